package remfunnel.ingest;

import java.util.function.Predicate;
import remfunnel.FunnelConfig;
import remfunnel.funnel.Compilation;
import remfunnel.funnel.FunnelCompiler;
import remfunnel.funnel.Vocabulary;
import remfunnel.schemas.FunnelDrafts;

/** Says if a configuration needs the lines of orders; one that names fields of the account's own titles may. */
final class LineNeed implements Predicate<FunnelConfig> {
    private final FunnelCompiler compiler = new FunnelCompiler(Vocabulary.standard());

    @Override
    public boolean test(FunnelConfig config) {
        return switch (compiler.compile(FunnelDrafts.of(config))) {
            case Compilation.Compiled compiled -> compiled.funnel().needsItems();
            case Compilation.Refused refused -> true;
        };
    }
}
