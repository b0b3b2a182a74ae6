package remfunnel.transform.query;

import remfunnel.funnel.Text;
import remfunnel.funnel.history.StatusEntry;

/** Says why the moment of an entry is known as well as it is. */
final class Because {
    private Because() {}

    static Text of(StatusEntry entry, boolean created) {
        return switch (entry.precision()) {
            case EXACT ->
                created
                        ? Text.of(
                                "it was created so, and had not changed when it was first read",
                                "так он создан и до первого чтения не менялся")
                        : Text.of("a webhook named the moment", "момент назван вебхуком");
            case BOUNDED ->
                Text.of(
                        "it is known to have come after "
                                + entry.after().map(Object::toString).orElse("no known time")
                                + ", and to have been so by " + entry.by(),
                        "известно, что так стало после момента "
                                + entry.after().map(Object::toString).orElse("(неизвестно какого)")
                                + ", а к " + entry.by() + " уже было так");
            case INFERRED ->
                Text.of(
                        "it stood so when it was first read: since some moment between its creation and its last change",
                        "таким он был при первом чтении: с какого-то момента между созданием и последним изменением");
        };
    }
}
