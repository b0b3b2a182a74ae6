package remfunnel.standalone.acls;

import java.util.List;
import java.util.stream.Stream;
import remfunnel.config.cli.Columns;

/** Grants as people read them: a line each, in columns. */
final class AclTable {
    private static final List<String> TITLES = List.of("principal", "resource", "name", "may");

    private AclTable() {}

    static List<String> lines(List<Grant> grants) {
        var rows = Stream.concat(Stream.of(TITLES), grants.stream().map(Grant::row))
                .toList();
        return Columns.ofWords(rows).lines();
    }
}
