package remfunnel.config.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import remfunnel.Role;
import remfunnel.config.Answers;
import remfunnel.config.document.Node;

/** The few words that a request of access says: all of those asked for, each a text, and no others. */
final class Fields {
    private static final int LONGEST = 200;

    private Fields() {}

    static Optional<Map<String, String>> of(Node body, String... names) {
        return body instanceof Node.Mapping mapping
                        && mapping.entries().size() == names.length
                        && mapping.entries().stream().allMatch(Fields::isWord)
                        && mapping.entries().stream()
                                .map(Node.Entry::key)
                                .collect(Collectors.toSet())
                                .equals(Set.of(names))
                ? Optional.of(mapping.entries().stream()
                        .collect(Collectors.toMap(Node.Entry::key, entry -> ((Node.Scalar) entry.value()).text())))
                : Optional.empty();
    }

    private static boolean isWord(Node.Entry entry) {
        return entry.value() instanceof Node.Scalar scalar
                && !scalar.text().isBlank()
                && scalar.text().length() <= LONGEST;
    }

    static Optional<Role> role(String name) {
        return Set.of(Role.values()).stream()
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Says the form; what came instead may hold a password. */
    static ResponseEntity<Object> refusal(Answers answers, String form) {
        return answers.refused(
                HttpStatus.BAD_REQUEST,
                "BAD_REQUEST",
                "The body must be " + form + ".",
                "Тело должно быть " + form + ".");
    }
}
