package remfunnel.config.document;

import java.util.ArrayList;
import java.util.List;
import remfunnel.funnel.Text;

/** Collects everything wrong with a document, so that people mend it in one go. */
public final class Faults {
    private static final int MOST = 100;
    private static final Text MORE = Text.of("there is more: mend these first", "это не всё: исправьте сначала это");

    private final List<Fault> found = new ArrayList<>();

    void add(String code, At at, Text message) {
        if (found.size() < MOST) {
            found.add(new Fault(code, at.path(), at.line(), 0, message));
        } else if (found.size() == MOST) {
            found.add(new Fault("MORE", "", 0, 0, MORE));
        }
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Fault> list() {
        return List.copyOf(found);
    }
}
