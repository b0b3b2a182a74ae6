package remfunnel.transform.topology;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import remfunnel.funnel.NameKind;
import remfunnel.funnel.Names;
import remfunnel.transform.state.Name;
import remfunnel.transform.state.OwnFields;

/** The names of one connector, by kind and id. */
record KnownNames(Map<String, Name> byKindAndId) implements Names {
    private static final String FIELDS = NameKind.ORDER_FIELD.name() + '/';

    KnownNames {
        byKindAndId = Map.copyOf(byKindAndId);
    }

    @Override
    public Optional<String> name(NameKind kind, String id) {
        return Optional.ofNullable(byKindAndId.get(kind.name() + '/' + id)).map(Name::name);
    }

    @Override
    public Optional<Integer> statusGroup(long statusId) {
        var status = Optional.ofNullable(byKindAndId.get(NameKind.STATUS.name() + '/' + statusId));
        return status.filter(name -> name.group().isPresent())
                .map(name -> name.group().getAsInt());
    }

    /** The definitions of the account's own fields. */
    OwnFields ownFields() {
        SortedMap<String, OwnFields.Definition> fields = new TreeMap<>();
        byKindAndId.forEach((key, name) -> {
            if (key.startsWith(FIELDS)) {
                fields.put(key.substring(FIELDS.length()), new OwnFields.Definition(name.name(), name.type()));
            }
        });
        return new OwnFields(fields);
    }
}
