package remfunnel.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeReaderTest {
    private final Faults faults = new Faults();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: [1              | SYNTAX
            a: &x 1\\nb: *x    | ALIAS
            a: 1\\n---\\nb: 2  | SEVERAL_DOCUMENTS
            a: 1\\na: 2        | REPEATED_KEY
            """)
    void saysWhatIsWrongWithTheText(String text, String code) {
        NodeReader.yaml(text.replace("\\n", "\n"), faults);

        assertThat(faults.list()).extracting(Fault::code).contains(code);
    }

    @Test
    void findsTheLineOfAPath() {
        Node root = Documents.yaml(Documents.example());

        assertThat(Lines.of(root, "stages[2].statuses[0]")).isEqualTo(22);
        assertThat(Lines.of(root, "calculation.cost")).isEqualTo(27);
        assertThat(Lines.of(root, "calculation.nothing")).isEqualTo(25);
    }

    @Test
    void readsNothingOfAnEmptyText() {
        assertThat(NodeReader.yaml("", faults)).isInstanceOf(Node.Nothing.class);
        assertThat(NodeReader.json("", faults)).isInstanceOf(Node.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 5000})
    void refusesWhatIsNestedTooDeep(int depth) {
        String nested = "[".repeat(depth) + "]".repeat(depth);

        NodeReader.json(nested, faults);
        NodeReader.yaml(nested, faults);

        assertThat(faults.list()).extracting(Fault::code).containsExactly("SYNTAX", "SYNTAX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"api-key\": s3cret}", "s3cret", "{\"api-key\": \"s3cret", "{s3cret: 1}"})
    void repeatsNothingOfWhatIsNoJson(String body) {
        NodeReader.json(body, faults);

        assertThat(faults.list()).extracting(Fault::code).containsExactly("SYNTAX");
        assertThat(faults.list().toString())
                .contains("it is not JSON up to column")
                .doesNotContain("s3cret");
    }

    @Test
    void stopsCollectingAtAHundredFaults() {
        NodeReader.yaml("a: 1\n".repeat(500), faults);

        assertThat(faults.list()).hasSize(101).last().extracting(Fault::code).isEqualTo("MORE");
    }
}
