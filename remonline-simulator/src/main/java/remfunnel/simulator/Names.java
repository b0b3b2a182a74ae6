package remfunnel.simulator;

import java.util.List;

/** Finds a dictionary entry's name; an id the shop never had has none. */
final class Names {
    private Names() {}

    static String of(List<Dictionaries.Named> entries, int id) {
        return entries.stream()
                .filter(entry -> entry.id() == id)
                .map(Dictionaries.Named::name)
                .findFirst()
                .orElse("");
    }
}
