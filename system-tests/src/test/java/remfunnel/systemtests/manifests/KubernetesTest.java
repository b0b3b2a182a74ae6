package remfunnel.systemtests.manifests;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KubernetesTest {
    private static final String HEALTH = "/actuator/health/";
    private static final List<String> SERVICES = List.of("ingest", "transform", "config");
    private static final Map<String, String> SAFE = Map.ofEntries(
            entry("/spec/template/spec/automountServiceAccountToken", "false"),
            entry("/spec/template/spec/enableServiceLinks", "false"),
            entry("/spec/template/spec/securityContext/runAsNonRoot", "true"),
            entry("/spec/template/spec/securityContext/seccompProfile/type", "RuntimeDefault"),
            entry("/spec/template/spec/containers/0/securityContext/allowPrivilegeEscalation", "false"),
            entry("/spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem", "true"),
            entry("/spec/template/spec/containers/0/securityContext/capabilities/drop/0", "ALL"));

    static List<JsonNode> objects() {
        return Manifests.objects();
    }

    static List<JsonNode> workloads() {
        return Manifests.workloads();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void fitsTheSchemaOfKubernetes(JsonNode object) {
        assertThat(KubernetesSchema.problem(object)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: policy/v1, kind: PodDisruptionBudget, spec: {maxUnavailible: 1}}",
                "{apiVersion: v1, kind: Service, spec: {ports: [{name: http}]}}",
                "{apiVersion: v1, kind: Sevice}",
                "{apiVersion: policy/v1beta1, kind: PodDisruptionBudget}"
            })
    void theSchemaRefusesWhatIsMisspeltOrLacking(String broken) {
        assertThat(KubernetesSchema.problem(Manifests.parsed(broken))).isPresent();
    }

    @Test
    void everyFileIsApplied() throws IOException {
        try (var files = Files.list(Manifests.FOLDER)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("kustomization.yaml"),
                                    Manifests.texts(Manifests.kustomization().path("resources")))
                            .toList());
        }
        assertThat(workloads()).hasSize(SERVICES.size());
    }

    @Test
    void everySettingIsOfConfigurationMd() {
        var page = Manifests.text(Manifests.ROOT.resolve("docs/configuration.md"));
        var known = Pattern.compile("(?m)^\\|.*?`(REMFUNNEL_[A-Z_]+?)(?:_\\*)?` \\|")
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());

        assertThat(settingsInUse())
                .hasSizeGreaterThan(8)
                .allSatisfy(variable -> assertThat(known)
                        .as(variable)
                        .anyMatch(name -> variable.equals(name)
                                || (name.endsWith("_CLIENT") && variable.startsWith(name + "_"))));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void isProbedWhereItListens(JsonNode workload) {
        var container = Manifests.container(workload);
        var service = container.path("name").asString();
        var settings = Manifests.text(Manifests.ROOT.resolve(settingsFile(service)));

        assertThat(settings)
                .contains("${remfunnel." + service + ".port:"
                        + container.at("/ports/0/containerPort").asString() + "}");
        assertThat(Manifests.environment(container, "REMFUNNEL_" + service.toUpperCase(Locale.ROOT) + "_ADDRESS"))
                .contains("0.0.0.0");
        assertThat(container.at("/readinessProbe/httpGet/path").asString()).isEqualTo(HEALTH + "readiness");
        assertThat(container.at("/livenessProbe/httpGet/path").asString()).isEqualTo(HEALTH + "liveness");
        assertThat(Stream.of("startupProbe", "readinessProbe", "livenessProbe"))
                .allSatisfy(probe -> assertThat(
                                container.at("/" + probe + "/httpGet/port").asString())
                        .isEqualTo(container.at("/ports/0/name").asString()));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void runsWithoutPrivilegesAndWithinBounds(JsonNode workload) {
        var container = Manifests.container(workload);

        assertThat(SAFE)
                .allSatisfy((path, value) ->
                        assertThat(workload.at(path).asString()).as(path).isEqualTo(value));
        assertThat(workload.at("/spec/template/spec/securityContext/runAsUser").asInt())
                .isPositive();
        assertThat(List.of("/requests/cpu", "/requests/memory", "/limits/memory"))
                .allSatisfy(
                        bound -> assertThat(container.at("/resources" + bound).asString())
                                .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void isSelectedByItselfItsServiceAndItsDisruptionBudget(JsonNode workload) {
        var labels = workload.at("/spec/template/metadata/labels");
        var name = Manifests.name(workload);

        assertThat(labels.properties())
                .containsAll(workload.at("/spec/selector/matchLabels").properties());
        assertThat(labels.properties())
                .containsAll(Manifests.object("PodDisruptionBudget", name)
                        .at("/spec/selector/matchLabels")
                        .properties());
        assertThat(Manifests.objects("Service")
                        .filter(service -> Manifests.name(service).equals(name)))
                .allSatisfy(service -> assertThat(labels.properties())
                        .containsAll(service.at("/spec/selector").properties()));
    }

    @Test
    void transformIsFoundUnderTheNamesOfItsHeadlessService() {
        var set = Manifests.object("StatefulSet", "remfunnel-transform");
        var service = Manifests.object("Service", set.at("/spec/serviceName").asString());
        var own = Manifests.environment(Manifests.container(set), "REMFUNNEL_TRANSFORM_ADVERTISED_ADDRESS");
        var asked = Manifests.environment(
                Manifests.container(Manifests.object("Deployment", "remfunnel-config")), "REMFUNNEL_TRANSFORM_URL");
        var pods = Stream.iterate(0, n -> n + 1)
                .limit(set.at("/spec/replicas").asInt())
                .map(n -> Manifests.name(set) + "-" + n);

        assertThat(service.at("/spec/clusterIP").asString()).isEqualTo("None");
        assertThat(own).contains("$(POD_NAME)." + Manifests.name(service) + ":8083");
        assertThat(asked.orElseThrow().split(","))
                .containsExactlyElementsOf(
                        pods.map(pod -> "http://" + own.orElseThrow().replace("$(POD_NAME)", pod))
                                .toList());
        assertThat(set.at("/spec/volumeClaimTemplates/0/metadata/name").asString())
                .isEqualTo(Manifests.container(set).at("/volumeMounts/1/name").asString());
    }

    /** Else each would have the rights of all. */
    @ParameterizedTest
    @MethodSource("workloads")
    void hasALoginOfItsOwnAndTheTrustOfAll(JsonNode workload) {
        var container = Manifests.container(workload);
        var volumes = workload.at("/spec/template/spec/volumes");

        assertThat(container.at("/envFrom/1/secretRef/name").asString()).isEqualTo(Manifests.name(workload));
        assertThat(container.path("volumeMounts"))
                .filteredOn(mount -> mount.path("name").asString().equals("trust"))
                .singleElement()
                .satisfies(
                        mount -> assertThat(mount.path("readOnly").asBoolean()).isTrue());
        assertThat(volumes)
                .filteredOn(volume -> volume.path("name").asString().equals("trust"))
                .singleElement()
                .satisfies(volume ->
                        assertThat(volume.at("/secret/optional").asBoolean()).isTrue());
    }

    @Test
    void secretsAreNamedAndNotWritten() {
        assertThat(Manifests.objects("Secret")).isEmpty();
        assertThat(settingsInUse()).noneMatch(variable -> variable.contains("_CLIENT_"));
    }

    private static Set<String> settingsInUse() {
        var files = Stream.concat(
                Manifests.texts(Manifests.kustomization().path("resources")).map(Manifests.FOLDER::resolve),
                Stream.of(Manifests.ROOT.resolve("docker-compose.yml")).filter(Files::exists));
        return files.flatMap(Manifests::variables).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String settingsFile(String service) {
        var module = service.equals("transform") ? "transform-streams" : service + "-service";
        return module + "/src/main/resources/" + service + ".yaml";
    }
}
