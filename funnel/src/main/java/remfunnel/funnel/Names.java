package remfunnel.funnel;

import java.util.Optional;

/** What the ids of an account are called now. */
public interface Names {
    Optional<String> name(NameKind kind, String id);

    /** The group of a status; v2 orders do not carry it. */
    Optional<Integer> statusGroup(long statusId);

    static Names none() {
        return NoNames.INSTANCE;
    }
}
