package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.schemas.PlainRecords;

class TransformClientTest {
    private static final TransformClient.Patience SHORT =
            new TransformClient.Patience(Duration.ofSeconds(3), Duration.ofSeconds(3));

    /** Takes connections, and says nothing. */
    private final ServerSocket slow = listening();

    private final ServerSocket other = listening();

    @AfterEach
    void close() throws IOException {
        slow.close();
        other.close();
    }

    @Test
    void aSlowInstanceIsNotTakenForOneThatIsAwayNorIsAnotherAskedTheSame() throws IOException {
        var client = new TransformClient(List.of(url(slow), url(other)), new PlainRecords(), SHORT);

        var reply = client.explain("shop", 1);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        TransformReply.Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("TRANSFORM_SLOW"));
        assertThat(isAsked(other)).isFalse();
    }

    @Test
    void theNextInstanceIsAskedWhereOneDoesNotListen() throws IOException {
        var gone = url(other);
        other.close();
        var client = new TransformClient(List.of(gone, url(slow)), new PlainRecords(), SHORT);

        var reply = client.explain("shop", 1);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        TransformReply.Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("TRANSFORM_SLOW"));
        assertThat(isAsked(slow)).isTrue();
    }

    @Test
    void nobodyIsAskedOfAKeyThatIsNoConnectorsId() throws IOException {
        var client = new TransformClient(List.of(url(other)), new PlainRecords(), SHORT);

        var reply = client.explain("../shop?x=/ #", 1);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        TransformReply.Refusal.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(404));
        assertThat(isAsked(other)).isFalse();
    }

    private static boolean isAsked(ServerSocket socket) throws IOException {
        socket.setSoTimeout(1);
        try (var asked = socket.accept()) {
            return asked.isConnected();
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    private static URI url(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
