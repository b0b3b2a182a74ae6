package remfunnel.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenPartsTest {
    private final List<String> closed = new ArrayList<>();
    private final OpenParts parts = new OpenParts();

    @Test
    void closesTheLastStartedFirstAndOnlyOnce() {
        parts.add(part("broker"));
        parts.add(part("services"));

        parts.close();
        parts.close();

        assertThat(closed).containsExactly("services", "broker");
    }

    @Test
    void closesTheOthersWhenOneFails() {
        parts.add(part("broker"));
        parts.add(() -> {
            throw new IllegalStateException("cannot close");
        });

        parts.close();

        assertThat(closed).containsExactly("broker");
    }

    @Test
    void closesAtOnceWhatComesTooLate() {
        parts.close();

        assertThatThrownBy(() -> parts.add(part("late"))).isInstanceOf(CannotStart.class);
        assertThat(closed).containsExactly("late");
    }

    private AutoCloseable part(String name) {
        return () -> closed.add(name);
    }
}
