package remfunnel.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordPathsTest {
    @ParameterizedTest
    @CsvSource({
        "stages[1].marker, stages[1].marker",
        "stages[1].status_ids[2], stages[1].statuses[2]",
        "filter.conditions[1].values[0], filter.conditions[1].exclude.values[0]",
        "coefficients[0].values[1].valid_from, calculation.coefficients.acquiring[1].from",
        "coefficients[0].values[1].value, calculation.coefficients.acquiring[1].value",
        "coefficients[0].name, calculation.coefficients.acquiring",
        "revenue, calculation.revenue",
        "source.base_url, source.base-url",
        "time_zone, time-zone",
        "dimensions[0], dimensions[0]"
    })
    void saysWhereInTheDocumentItStands(String record, String document) {
        assertThat(RecordPaths.document(record, Documents.config(Documents.example())))
                .isEqualTo(document);
    }
}
