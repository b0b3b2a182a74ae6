package remfunnel.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.config.document.Words;
import remfunnel.funnel.Field;
import remfunnel.funnel.Text;
import remfunnel.funnel.Vocabulary;

/** What a configuration can name: the source's dictionaries and the fields of an order. */
@RestController
@Tag(name = "names")
class LookupController {
    record EntryView(String kind, String id, String name, Map<String, String> attributes, boolean deleted) {}

    record FieldView(
            String name,
            String type,
            Text title,
            List<String> operators,
            @JsonProperty("v2-needs-items") boolean v2NeedsItems,
            Optional<String> dictionary) {}

    private final Connectors connectors;
    private final LiveTopics topics;

    LookupController(Connectors connectors, LiveTopics topics) {
        this.connectors = connectors;
        this.topics = topics;
    }

    @GetMapping("/api/connectors/{id}/dictionaries")
    @Operation(summary = "All names that the source uses, by kind")
    Map<String, List<EntryView>> dictionaries(@PathVariable String id) {
        return entries(id + "/").stream()
                .collect(Collectors.groupingBy(EntryView::kind, TreeMap::new, Collectors.toList()));
    }

    @GetMapping("/api/connectors/{id}/dictionaries/{kind}")
    @Operation(summary = "The names of one kind: status, location, order-type, employee, ad-campaign or order-field")
    ResponseEntity<Object> dictionary(
            @PathVariable String id, @PathVariable String kind, @Parameter(hidden = true) HttpServletRequest request) {
        Optional<DictionaryKind> known = Arrays.stream(DictionaryKind.values())
                .filter(each -> Words.of(each).equals(kind))
                .findFirst();
        String all = Arrays.stream(DictionaryKind.values()).map(Words::of).collect(Collectors.joining(", "));
        return known.<ResponseEntity<Object>>map(it -> ResponseEntity.ok(entries(id + "/" + it + "/")))
                .orElseGet(() -> new Answers(request)
                        .refused(
                                HttpStatus.NOT_FOUND,
                                "NO_SUCH_DICTIONARY",
                                "There is no dictionary '" + kind + "'; there are " + all + ".",
                                "Нет справочника «" + kind + "»; есть: " + all + "."));
    }

    private List<EntryView> entries(String prefix) {
        return topics.dictionaries()
                .values(prefix)
                .sorted(Comparator.comparing(DictionaryEntry::getKind)
                        .thenComparingInt(LookupController::position)
                        .thenComparing(DictionaryEntry::getId))
                .map(entry -> new EntryView(
                        Words.of(entry.getKind()),
                        entry.getId(),
                        entry.getName(),
                        new TreeMap<>(entry.getAttributes()),
                        entry.getDeleted()))
                .toList();
    }

    private static int position(DictionaryEntry entry) {
        String position = entry.getAttributes().getOrDefault("position", "0");
        return position.matches("\\d{1,9}") ? Integer.parseInt(position) : 0;
    }

    @GetMapping("/api/fields")
    @Operation(summary = "The fields that every order has")
    List<FieldView> fields() {
        return fields(Vocabulary.standard());
    }

    @GetMapping("/api/connectors/{id}/fields")
    @Operation(summary = "The fields of a connector's orders, those of the account's own among them")
    List<FieldView> fields(@PathVariable String id) {
        return fields(connectors.vocabulary(id));
    }

    private static List<FieldView> fields(Vocabulary vocabulary) {
        return vocabulary.fields().stream().map(LookupController::view).toList();
    }

    private static FieldView view(Field field) {
        return new FieldView(
                field.name(),
                Words.of(field.type()),
                field.title(),
                field.operators().stream().map(Words::of).toList(),
                field.v2NeedsItems(),
                field.reference().map(Words::of));
    }
}
