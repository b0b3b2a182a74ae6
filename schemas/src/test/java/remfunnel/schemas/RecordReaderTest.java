package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import remfunnel.EncryptedSecret;
import remfunnel.schemas.RecordReader.Reading.Decoded;
import remfunnel.schemas.RecordReader.Reading.Undecodable;

class RecordReaderTest {

    private static final byte[] RECORD = {0, 0, 0, 0, 7, 1, 2};

    private final PlainRecords plain = new PlainRecords();

    @Test
    void readsARecord() {
        var secret = new EncryptedSecret("demo", ByteBuffer.wrap(RECORD), Instant.EPOCH, "me");
        byte[] bytes = plain.serializer(Topics.CREDENTIALS).serialize("", secret);

        assertThat(plain.reader(Topics.CREDENTIALS).read(bytes)).isEqualTo(new Decoded<>(secret));
    }

    @Test
    void callsGarbageUndecodable() {
        assertThat(plain.reader(Topics.CREDENTIALS).read(new byte[] {(byte) 0xFF, 1}))
                .isInstanceOf(Undecodable.class);
    }

    @Test
    void callsAnUnknownSchemaUndecodable() {
        Deserializer<EncryptedSecret> unknownId = (topic, bytes) -> {
            throw new IllegalStateException("no schema 7");
        };

        assertThat(new RecordReader<>(Topics.CREDENTIALS, unknownId).read(RECORD))
                .isEqualTo(new Undecodable<>("the value is no EncryptedSecret: no schema 7"));
    }

    @Test
    void asksToWaitWhileTheRegistryIsAway() {
        Deserializer<EncryptedSecret> away = (topic, bytes) -> {
            throw new IllegalStateException(new ConnectException("refused"));
        };

        assertThatThrownBy(() -> new RecordReader<>(Topics.CREDENTIALS, away).read(RECORD))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void needsNoRegistryToRefuseWhatIsNoRecord() {
        Deserializer<EncryptedSecret> away = (topic, bytes) -> {
            throw new IllegalStateException(new ConnectException("refused"));
        };

        assertThat(new RecordReader<>(Topics.CREDENTIALS, away).read(new byte[] {'{', '}'}))
                .isInstanceOf(Undecodable.class);
    }
}
