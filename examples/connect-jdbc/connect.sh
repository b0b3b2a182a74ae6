#!/bin/sh
# Kafka Connect with what is in target/lib (mvn package); the environment says where everything is.
set -eu
cd "$(dirname "$0")"
export KAFKA_BROKERS="${KAFKA_BROKERS:-localhost:9092}"
export REGISTRY_V2_URL="${REGISTRY_V2_URL:-http://localhost:8081/apis/registry/v2}"
export JDBC_URL="${JDBC_URL:-jdbc:postgresql://localhost/funnel}"
export JDBC_USER="${JDBC_USER:-funnel}" JDBC_PASSWORD="${JDBC_PASSWORD:-}"
export CONNECT_PORT="${CONNECT_PORT:-8084}" CONNECT_OFFSETS="${CONNECT_OFFSETS:-target/offsets}"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${CONNECT_JAVA_OPTS:-} -cp 'target/lib/*' \
  org.apache.kafka.connect.cli.ConnectStandalone worker.properties sink.properties
