package remfunnel.transform.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PackedTest {
    private final AtomicInteger decodings = new AtomicInteger();

    @Test
    void decodesOnceAndOnlyWhenAsked() {
        var packed = read("Новый");
        assertThat(decodings).hasValue(0);

        assertThat(packed.value()).contains("Новый");
        assertThat(packed.value()).contains("Новый");
        assertThat(decodings).hasValue(1);
    }

    @Test
    void equalsWhatHasTheSameBytes() {
        var made = Packed.of("Новый", PackedTest::bytes);

        assertThat(read("Новый")).isEqualTo(made).hasSameHashCodeAs(made).isNotEqualTo(read("Старый"));
        assertThat(decodings).hasValue(0);
    }

    @Test
    void mayBeNothing() {
        assertThat(Packed.nothing().isNothing()).isTrue();
        assertThat(Packed.nothing().value()).isEmpty();
        assertThat(read("")).isEqualTo(Packed.nothing());
        assertThat(read("").value()).isEmpty();
    }

    private Packed<String> read(String text) {
        var bytes = bytes(text);
        var source = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .flip();
        return Packed.take(source, each -> {
            decodings.incrementAndGet();
            return new String(each, StandardCharsets.UTF_8);
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
