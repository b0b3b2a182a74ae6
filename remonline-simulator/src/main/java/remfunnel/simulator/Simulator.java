package remfunnel.simulator;

import java.net.BindException;
import java.net.URI;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A running RemOnline: v1, v2 and its control on one port, until closed. */
public final class Simulator implements AutoCloseable {
    private final Parts parts;
    private final Server server;
    private final ServerConnector connector;

    private Simulator(Parts parts) {
        this.parts = parts;
        var threads = new QueuedThreadPool(16, 2);
        threads.setName("simulator");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("simulator-call-"));
        this.server = new Server(threads);
        this.connector = connector(server, parts.options());
        server.addConnector(connector);
        server.setHandler(new Front(parts, new ControlFace(controls(parts))));
    }

    /** Started and ready; a port that is taken is an IllegalStateException that says so. */
    public static Simulator start(SimulatorOptions options) {
        var simulator = new Simulator(Parts.of(options));
        try {
            simulator.server.start();
        } catch (Exception refused) {
            simulator.close();
            throw new IllegalStateException(reason(refused, options), refused);
        }
        simulator.parts.pace().start();
        return simulator;
    }

    /** Scheme, host and port, for v1 and for v2 (whose clients add {@code /v2} themselves). */
    public URI baseUrl() {
        return URI.create("http://" + parts.options().host() + ":" + connector.getLocalPort());
    }

    /** The first account's. */
    public SimulatorControl control() {
        return control(0);
    }

    public SimulatorControl control(int account) {
        return new SimulatorControl(parts, account);
    }

    void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        parts.pace().close();
        try {
            server.stop();
        } catch (Exception stuck) {
            throw new IllegalStateException("The simulator's server did not stop", stuck);
        }
    }

    private static ServerConnector connector(Server server, SimulatorOptions options) {
        var http = new HttpConfiguration();
        http.setSendDateHeader(false);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(64 * 1024);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        return connector;
    }

    private static java.util.List<SimulatorControl> controls(Parts parts) {
        return IntStream.range(0, parts.accounts().size())
                .mapToObj(number -> new SimulatorControl(parts, number))
                .toList();
    }

    private static String reason(Exception refused, SimulatorOptions options) {
        boolean taken = refused instanceof BindException || refused.getCause() instanceof BindException;
        return taken
                ? "Port " + options.port() + " on " + options.host()
                        + " is taken or not allowed; choose another with --port"
                : "The simulator's server did not start";
    }
}
