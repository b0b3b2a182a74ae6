package remfunnel.config.document;

import java.util.ArrayList;
import java.util.List;
import remfunnel.funnel.Text;

/** Collects everything wrong with a document, so that people mend it in one go. */
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    void add(String code, At at, Text message) {
        found.add(new Fault(code, at.path(), at.line(), 0, message));
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Fault> list() {
        return List.copyOf(found);
    }
}
