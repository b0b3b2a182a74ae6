package remfunnel.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentValuesTest {
    private final Faults faults = new Faults();

    @Test
    void fillsInAnyScalar() {
        Node root = EnvironmentValues.fill(
                Documents.yaml(Documents.MINIMAL.replace("Мастерская", "${env:NAME} на ${env:STREET}")),
                Map.of("NAME", "Ремонт", "STREET", "Тверской $1"),
                faults);

        assertThat(faults.list()).isEmpty();
        assertThat(ConnectorReader.file(root, Documents.names()))
                .isInstanceOfSatisfying(
                        ConnectorReading.Read.class,
                        read -> assertThat(read.config().getTitle()).isEqualTo("Ремонт на Тверской $1"));
    }

    @Test
    void namesEachVariableThatIsNotSet() {
        EnvironmentValues.fill(Documents.yaml(Documents.example()), Map.of(), faults);

        assertThat(faults.list()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("source.api-key");
            assertThat(fault.line()).isEqualTo(9);
            assertThat(fault.message().en()).contains("REMONLINE_API_KEY", "not set");
        });
    }

    @Test
    void neverTellsWhatItFilledIn() {
        String document = Documents.MINIMAL.replace("{api: v1}", "{api: '${env:SECRET}'}")
                + "stages: [{id: a, title: A, statuses: ['${env:SECRET}']}]";
        Node root = EnvironmentValues.fill(Documents.yaml(document), Map.of("SECRET", "s3cret"), faults);

        ConnectorReading reading = ConnectorReader.file(root, Documents.names());

        assertThat(reading.toString()).contains("${env:SECRET}").doesNotContain("s3cret");
        assertThat(root.toString()).doesNotContain("s3cret");
    }
}
