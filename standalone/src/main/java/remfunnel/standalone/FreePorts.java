package remfunnel.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Which ports of the loopback address can be bound. */
final class FreePorts {
    private FreePorts() {}

    static boolean isFree(int port) {
        return canBind("127.0.0.1", port) && canBind("::1", port);
    }

    static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on this machine", e);
        }
    }

    /** A machine without IPv6 cannot bind ::1 to port 0 either: then that address says nothing about the port. */
    private static boolean canBind(String address, int port) {
        return binds(address, port) || !binds(address, 0);
    }

    private static boolean binds(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
