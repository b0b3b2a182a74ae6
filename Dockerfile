# The image of one service, made of the jar that `mvn package` leaves; its folder is all that is needed:
#   docker build -f Dockerfile --build-arg SERVICE=ingest-service --build-arg PORT=8082 -t remfunnel/ingest-service ingest-service
# docker-compose.yml names the services and their ports. Nothing is downloaded but the base image.
FROM eclipse-temurin:25-jre AS layers
WORKDIR /layers
COPY target/*-exec.jar app.jar
# The simulator is no program of Spring's, which alone can be taken apart so: its small jar stays whole.
RUN mkdir -p out/dependencies out/spring-boot-loader out/snapshot-dependencies out/application \
 && { java -Djarmode=tools -jar app.jar extract --layers --force --destination out 2>/tmp/log || cp app.jar out/application/; }

FROM eclipse-temurin:25-jre
ARG SERVICE
ARG PORT
ARG HEALTH=/actuator/health/readiness
WORKDIR /app

# Volumes that are mounted here for the first time get the owner of these folders.
RUN groupadd --gid 10001 remfunnel \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin remfunnel \
 && mkdir /data /secrets /state && chown remfunnel:remfunnel /data /secrets /state && chmod 700 /secrets /state

# Libraries change with a version of theirs, our own jars with each build.
COPY --from=layers /layers/out/dependencies/ /layers/out/spring-boot-loader/ /layers/out/snapshot-dependencies/ ./
COPY --from=layers /layers/out/application/ ./

# What may be set otherwise where there is more memory.
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError" \
    REMFUNNEL_INGEST_ADDRESS=0.0.0.0 REMFUNNEL_TRANSFORM_ADDRESS=0.0.0.0 REMFUNNEL_CONFIG_ADDRESS=0.0.0.0 \
    REMFUNNEL_TRANSFORM_STATE_DIR=/data XDG_STATE_HOME=/state

# Class data sharing, with the newer archive that holds linked classes too: a start costs half the processor time. The classes are those
# of a start that ends early, as there is no broker here; the archive is tied to these very jars and this JVM.
RUN REMFUNNEL_TRANSFORM_STATE_DIR=/tmp/state timeout 40 java -XX:AOTMode=record -XX:AOTConfiguration=app.aotconf --enable-native-access=ALL-UNNAMED \
      --sun-misc-unsafe-memory-access=allow -Dspring.context.exit=onRefresh -jar app.jar \
      --remfunnel.kafka.client.default.api.timeout.ms=2000 --remfunnel.kafka.client.request.timeout.ms=1000 >/tmp/training.log 2>&1; \
    java -XX:AOTMode=create -XX:AOTConfiguration=app.aotconf -XX:AOTCache=app.aot --enable-native-access=ALL-UNNAMED \
      --sun-misc-unsafe-memory-access=allow -jar app.jar >>/tmp/training.log 2>&1 && test -s app.aot || { tail -50 /tmp/training.log; exit 1; }; \
    rm -rf /tmp/training.log /tmp/state app.aotconf

# The commands that speak to config-service, beside it.
RUN [ "$SERVICE" != config-service ] || { printf '%s\n' '#!/bin/sh' \
      'exec env -u JAVA_TOOL_OPTIONS java -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp /app/app.jar remfunnel.config.cli.Program "$@"' \
      >/usr/local/bin/remfunnel && chmod +x /usr/local/bin/remfunnel; }

USER 10001:10001
ENV PORT=${PORT} HEALTH=${HEALTH}
EXPOSE ${PORT}
# The public base image has bash and no curl.
HEALTHCHECK --interval=5s --timeout=5s --start-period=180s --retries=6 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET %s HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' $HEALTH >&3 && read -r _ code _ <&3 && test $code = 200"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "app.jar"]
LABEL org.opencontainers.image.title="remfunnel ${SERVICE}" org.opencontainers.image.licenses="Apache-2.0"
