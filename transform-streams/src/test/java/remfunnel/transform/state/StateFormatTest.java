package remfunnel.transform.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State outlives the release that wrote it: a later one reads it as it is, or refuses it with the way out. */
class StateFormatTest {
    private static final byte OF_ANOTHER_RELEASE = 99;
    private static final Map<String, Function<byte[], Object>> READERS = Map.of(
            "Name", Name::decode,
            "Restatement", Restatement::decode,
            "KnownOrder", KnownOrder::decode,
            "Counts", Counts::decode,
            "Connector", Connector::decode,
            "Total", TotalCodec::decode);

    @ParameterizedTest
    @ValueSource(strings = {"Name", "Restatement", "KnownOrder", "Counts", "Connector", "Total"})
    void refusesAnotherFormatAndSaysWhatToDo(String value) {
        assertThatThrownBy(() -> READERS.get(value).apply(new byte[] {OF_ANOTHER_RELEASE, 0, 0, 0, 0, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("format 99 by another release")
                .hasMessageContaining("./remfunnel replay --execute");
    }

    @Test
    void readsItsOwn() {
        var name = new Name("Новый", OptionalInt.of(1), "");

        assertThat(Name.decode(name.encode())).isEqualTo(name);
    }
}
