package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PartyTest {
    private static final List<Topic<?>> READ_BY_NO_SERVICE = List.of(Topics.REJECTS);

    @Test
    void everyTopicHasWhoWritesIt() {
        assertThat(topics(Party::writes)).containsAll(Topics.ALL);
    }

    @Test
    void everyTopicHasWhoReadsIt() {
        assertThat(topics(Party::reads))
                .containsAll(Topics.ALL.stream()
                        .filter(topic -> !READ_BY_NO_SERVICE.contains(topic))
                        .toList());
    }

    private static List<Topic<?>> topics(Function<Party, List<Topic<?>>> of) {
        return Arrays.stream(Party.values())
                .flatMap(party -> of.apply(party).stream())
                .distinct()
                .toList();
    }
}
