package remfunnel.standalone.acls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import remfunnel.standalone.ClusterSettings;

/** Prints the least ACLs of each service, or has them set. */
@Command(
        name = "acls",
        description = {
            "Prints what each service may do on a Kafka cluster with an authorizer: as commands of kafka-acls.sh, or as a table.",
            "With --apply it is set, by whoever REMFUNNEL_KAFKA_CLIENT_* or --command-config says; what was set before stays."
        },
        mixinStandardHelpOptions = true)
public final class AclsCommand implements Callable<Integer> {
    @Mixin
    private Principals principals = new Principals();

    @Option(
            names = "--format",
            defaultValue = "commands",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format;

    @Option(names = "--apply", description = "set them, instead of printing them")
    private boolean apply;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "of the cluster (default: REMFUNNEL_KAFKA_BOOTSTRAP_SERVERS)")
    private Optional<String> servers = Optional.ofNullable(System.getenv("REMFUNNEL_KAFKA_BOOTSTRAP_SERVERS"));

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "properties for Kafka's client, as for TLS and a login, over REMFUNNEL_KAFKA_CLIENT_*")
    private Optional<Path> properties = Optional.empty();

    @Spec
    private CommandSpec spec;

    /** How they are printed. */
    enum Format {
        commands,
        table
    }

    @Override
    public Integer call() {
        List<Grant> grants = principals.grants();
        if (apply) {
            return set(grants);
        }
        var out = spec.commandLine().getOut();
        lines(grants, format).forEach(out::println);
        if (principals.hasNoConsumer()) {
            out.println("# And, for example, whoever reads facts (--consumer User:bi):");
            lines(principals.exampleConsumer(), format).forEach(line -> out.println("# " + line));
        }
        out.flush();
        return 0;
    }

    private List<String> lines(List<Grant> grants, Format wanted) {
        return wanted == Format.table
                ? AclTable.lines(grants)
                : grants.stream()
                        .map(grant -> grant.command(servers.orElse("BROKERS")))
                        .toList();
    }

    private int set(List<Grant> grants) {
        if (servers.isEmpty()) {
            return failed("--apply needs --bootstrap-servers, or REMFUNNEL_KAFKA_BOOTSTRAP_SERVERS.");
        }
        var bindings = new ArrayList<>(
                grants.stream().flatMap(grant -> grant.bindings().stream()).toList());
        Map<String, Object> client = ClusterSettings.client(servers.get(), properties);
        try (var admin = Admin.create(client)) {
            admin.createAcls(bindings).all().get();
        } catch (ExecutionException refused) {
            return failed("The cluster at " + servers.get() + " did not take the ACLs: "
                    + refused.getCause().getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return failed("Interrupted.");
        }
        spec.commandLine().getOut().println(bindings.size() + " ACLs are set on " + servers.get() + ".");
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int failed(String why) {
        spec.commandLine().getErr().println("remfunnel: " + why);
        return 1;
    }
}
