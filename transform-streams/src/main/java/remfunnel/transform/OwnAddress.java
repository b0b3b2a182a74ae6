package remfunnel.transform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/**
 * Where this instance answers, known before it listens: Kafka Streams tells the others.
 *
 * @param advertised what the others are told, as host:port
 * @param port where it listens
 * @param loopback whether nobody but this machine reaches it
 */
public record OwnAddress(String advertised, int port, boolean loopback) {
    private static final int USUAL_PORT = 8080;

    static OwnAddress of(ServerProperties server, Optional<String> advertised) {
        int wished = Optional.ofNullable(server.getPort()).orElse(USUAL_PORT);
        int port = wished == 0 ? freePort() : wished;
        var address = Optional.ofNullable(server.getAddress());
        var usual = address.map(OwnAddress::reachable).orElseGet(OwnAddress::hostName) + ':' + port;
        return new OwnAddress(
                checked(advertised.orElse(usual)),
                port,
                address.filter(InetAddress::isLoopbackAddress).isPresent());
    }

    /** As Streams reads it. */
    public HostInfo host() {
        return HostInfo.buildFromEndpoint(advertised);
    }

    /** One that listens on every address is told by the machine's name. */
    private static String reachable(InetAddress address) {
        return address.isAnyLocalAddress() ? hostName() : bracketed(address.getHostAddress());
    }

    private static String bracketed(String address) {
        return address.contains(":") ? '[' + address + ']' : address;
    }

    private static String checked(String address) {
        try {
            HostInfo.buildFromEndpoint(address);
            return address;
        } catch (ConfigException malformed) {
            throw new IllegalArgumentException(
                    "remfunnel.transform.advertised-address is '" + address + "'; it is host:port", malformed);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException unnamed) {
            throw new IllegalStateException(
                    "this machine does not know its name: set remfunnel.transform.advertised-address", unnamed);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on this machine", e);
        }
    }
}
