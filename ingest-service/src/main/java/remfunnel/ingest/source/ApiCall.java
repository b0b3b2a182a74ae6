package remfunnel.ingest.source;

import java.util.List;
import java.util.Optional;

/**
 * One question to the source, the same however often it has to be asked.
 *
 * @param name what logs and metrics call it
 * @param form sent in the body of a POST; without one the call is a GET
 * @param whenGone the answer that a 404 stands for, where it is one
 */
record ApiCall<T>(
        String name,
        String path,
        List<Parameter> query,
        List<Parameter> form,
        BodyShape<T> shape,
        Optional<T> whenGone) {
    /** A name and a value; names repeat where the source takes several values. */
    record Parameter(String name, String value) {}

    ApiCall {
        query = List.copyOf(query);
        form = List.copyOf(form);
    }

    static <T> ApiCall<T> get(String name, String path, List<Parameter> query, BodyShape<T> shape) {
        return new ApiCall<>(name, path, query, List.of(), shape, Optional.empty());
    }

    static <T> ApiCall<T> post(String name, String path, List<Parameter> form, BodyShape<T> shape) {
        return new ApiCall<>(name, path, List.of(), form, shape, Optional.empty());
    }

    ApiCall<T> whenGone(T value) {
        return new ApiCall<>(name, path, query, form, shape, Optional.of(value));
    }

    /** The form may hold the key. */
    @Override
    public String toString() {
        return "ApiCall[" + name + "]";
    }
}
