package remfunnel.ingest.source;

import java.util.List;
import java.util.Optional;
import remfunnel.DictionaryKind;

/** One generation of the source's API: how each question is put, and what its answer looks like. */
sealed interface SourceApi permits V1Api, V2Api {
    ApiCall<OrderPage> orders(OrderWindow window, int page);

    ApiCall<Optional<RawOrder>> order(long id);

    /** The call that adds the lines to an order; empty where it has them. */
    Optional<ApiCall<RawOrder>> items(RawOrder order);

    /**
     * Names come whole; where the source says that there are more, the next page is asked for.
     *
     * @return the calls that may be the right one, the likeliest first: some paths are not documented
     */
    List<ApiCall<NamesShape.Names>> dictionary(DictionaryKind kind, int page, int known);
}
