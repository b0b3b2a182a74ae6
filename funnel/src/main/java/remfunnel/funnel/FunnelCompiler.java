package remfunnel.funnel;

/** Makes a funnel of a draft, or says all that is wrong with it at once. */
@SuppressWarnings("DoNotCallSuggester")
public final class FunnelCompiler {
    public FunnelCompiler(Vocabulary vocabulary) {}

    public Compilation compile(FunnelDraft draft) {
        throw new UnsupportedOperationException();
    }
}
