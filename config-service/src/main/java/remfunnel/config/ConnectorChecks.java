package remfunnel.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.config.document.Fault;

/** What doctor asks of one connector: its key, its source, its statuses, its fields, the clocks. */
final class ConnectorChecks {
    /** Ingest's counter for how far the source's clock is from ours. */
    private static final String REFUSED = "KEY_REFUSED";

    private static final String CLOCK = "clock_difference_ms";

    private static final Duration TOLERATED = Duration.ofMinutes(2);

    private final Connectors connectors;
    private final Views views;
    private final LiveTopics topics;

    ConnectorChecks(Connectors connectors, Views views, LiveTopics topics) {
        this.connectors = connectors;
        this.views = views;
        this.topics = topics;
    }

    List<Check> of(FunnelConfig config) {
        String id = config.getConnectorId();
        List<Check> checks = new ArrayList<>();
        views.status(id).ifPresent(status -> {
            checks.add(key(status));
            checks.add(configuration(status));
            clock(status, checks);
        });
        checks.add(statuses(config));
        checks.add(fields(config));
        return checks;
    }

    private static Check key(StatusView status) {
        String name = status.connector() + ": key";
        if (!status.apiKeyStored()) {
            return Check.fail(name, "none is stored", "Apply the connector's file with source.api-key.");
        }
        if (status.ingest().isEmpty()) {
            return Check.warn(
                    name, "stored, but ingest has not said anything yet", "Is ingest running? Look at its log.");
        }
        StatusView.ComponentView ingest = status.ingest().get();
        if (ingest.state().equals(REFUSED) && !status.apiKeyTried()) {
            return Check.warn(
                    name,
                    "stored, but ingest has not tried it yet. " + ingest.message(),
                    "Ask again in a minute; if nothing changes: is ingest running? Look at its log.");
        }
        return switch (ingest.state()) {
            case REFUSED ->
                Check.fail(
                        name,
                        "refused. " + ingest.message(),
                        "Make a new key in RemOnline and apply the file with it.");
            case "SOURCE_UNREACHABLE" ->
                Check.fail(
                        name,
                        "not tried: the source is unreachable. " + ingest.message(),
                        "Check the network and source.base-url.");
            default -> Check.ok(name, "accepted; ingest is " + ingest.state());
        };
    }

    private static Check configuration(StatusView status) {
        String name = status.connector() + ": configuration";
        if (status.activeRevision()
                .filter(active -> active == status.latestRevision())
                .isPresent()) {
            return Check.ok(name, "revision " + status.latestRevision() + " is active");
        }
        String said =
                status.transform().map(StatusView.ComponentView::message).orElse("transform has not said anything yet");
        return Check.warn(
                name,
                "revision " + status.latestRevision() + " is not active. " + said,
                "Mend what it names and apply again.");
    }

    private static void clock(StatusView status, List<Check> checks) {
        Map<String, Long> counters =
                status.ingest().map(StatusView.ComponentView::counters).orElse(Map.of());
        String name = status.connector() + ": clock";
        Optional.ofNullable(counters.get(CLOCK))
                .ifPresent(millis -> checks.add(
                        Math.abs(millis) <= TOLERATED.toMillis()
                                ? Check.ok(name, millis + " ms between the source's clock and ours")
                                : Check.warn(
                                        name,
                                        millis + " ms between the source's clock and ours",
                                        "Set this machine's clock (NTP).")));
    }

    private Check statuses(FunnelConfig config) {
        String name = config.getConnectorId() + ": statuses";
        List<DictionaryEntry> there = topics.dictionaries()
                .values(config.getConnectorId() + "/" + DictionaryKind.STATUS + "/")
                .filter(entry -> !entry.getDeleted())
                .toList();
        if (there.isEmpty()) {
            return Check.warn(name, "the source's statuses are not known yet", "Wait for ingest, or see its state.");
        }
        Set<String> mapped = config.getStages().stream()
                .flatMap(stage -> stage.getStatusIds().stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
        return statuses(name, there, mapped);
    }

    private static Check statuses(String name, List<DictionaryEntry> there, Set<String> mapped) {
        String unmapped = there.stream()
                .filter(entry -> !mapped.contains(entry.getId()))
                .map(entry -> entry.getName() + " (" + entry.getId() + ")")
                .collect(Collectors.joining(", "));
        Set<String> known = there.stream().map(DictionaryEntry::getId).collect(Collectors.toSet());
        String gone = mapped.stream().filter(id -> !known.contains(id)).sorted().collect(Collectors.joining(", "));
        if (unmapped.isEmpty() && gone.isEmpty()) {
            return Check.ok(name, "all " + there.size() + " stand in a stage");
        }
        String detail = (unmapped.isEmpty() ? "" : "in no stage: " + unmapped + ". ")
                + (gone.isEmpty() ? "" : "mapped, but not in the source: " + gone + ".");
        return Check.warn(name, detail.strip(), "Map them in the connector's file and apply it.");
    }

    private Check fields(FunnelConfig config) {
        String name = config.getConnectorId() + ": fields";
        List<Fault> faults = connectors.faults(config);
        return faults.isEmpty()
                ? Check.ok(name, "filter, formulas and dimensions name fields that exist")
                : Check.fail(
                        name,
                        faults.stream()
                                .map(fault ->
                                        fault.path() + ": " + fault.message().en())
                                .collect(Collectors.joining("; ")),
                        "Mend the connector's file and apply it.");
    }
}
