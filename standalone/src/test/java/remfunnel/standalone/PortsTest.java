package remfunnel.standalone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesTheTakenPortAndItsOption() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Ports(FreePorts.any(), taken.getLocalPort(), FreePorts.any());

            assertThatThrownBy(ports::checkFree)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--kafka-port ");
        }
    }

    @Test
    void refusesOnePortForTwoThings() {
        int port = FreePorts.any();
        var ports = new Ports(port, FreePorts.any(), port);

        assertThatThrownBy(ports::checkFree)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("three different ports");
    }

    @Test
    void refusesWhatIsNoPort() {
        var ports = new Ports(70_000, FreePorts.any(), FreePorts.any());

        assertThatThrownBy(ports::checkFree).hasMessage("--port is 70000; a port is from 1 to 65535.");
    }

    @Test
    void acceptsFreePorts() {
        var ports = new Ports(FreePorts.any(), FreePorts.any(), FreePorts.any());

        assertThatCode(ports::checkFree).doesNotThrowAnyException();
    }
}
