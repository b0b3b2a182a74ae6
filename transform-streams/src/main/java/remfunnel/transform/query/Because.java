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
                        "it is known not to have been so by "
                                + entry.after().map(Object::toString).orElse("no known time")
                                + ", and the source says it changed by " + entry.by(),
                        "известно, что до этого момента ещё не было так: "
                                + entry.after().map(Object::toString).orElse("неизвестно когда")
                                + ", а источник говорит, что изменён не позже " + entry.by());
            case INFERRED ->
                Text.of(
                        "it stood so when it was first read: since some moment between its creation and its last change",
                        "таким он был при первом чтении: с какого-то момента между созданием и последним изменением");
        };
    }
}
