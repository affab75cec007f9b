package org.podium.gateway.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list that may be long. A client asks for the next one with the name of the last row that it has, so that
 * a row which comes meanwhile moves nothing out of its sight.
 *
 * @param total rows of the whole list
 * @param next name of the last row here, when there are more after it
 */
record Page<T>(List<T> rows, int total, Optional<String> next) {

    /** Rows of a page at most; more than the events of a Games. */
    static final int MOST = 500;

    private static final String LIMIT = "limit";
    private static final String AFTER = "after";

    /**
     * What a request asks for with {@code limit} and {@code after}.
     *
     * @param limit most rows
     * @param after name of the last row of the page before; empty for the first page
     */
    record Wanted(int limit, Optional<String> after) {

        /**
         * Of a query that may have both.
         *
         * @param usual most rows when the request names no limit
         * @throws Problem when the limit is not from 1 to 500
         */
        static Wanted of(Query query, int usual) {
            return new Wanted(query.number(LIMIT, 1, MOST, usual), query.single(AFTER));
        }
    }

    /**
     * The part that is wanted.
     *
     * @param name of a row, unlike that of any other
     * @throws Problem when no row has the name that was given
     */
    static <T> Page<T> of(List<T> all, Wanted wanted, Function<T, String> name) {
        int from = wanted.after().map(after -> indexAfter(all, after, name)).orElse(0);
        List<T> rows = all.subList(from, Math.min(all.size(), from + wanted.limit()));
        return new Page<>(
                rows,
                all.size(),
                from + rows.size() < all.size() ? Optional.of(name.apply(rows.getLast())) : Optional.empty());
    }

    private static <T> int indexAfter(List<T> all, String after, Function<T, String> name) {
        for (int i = 0; i < all.size(); i++) {
            if (name.apply(all.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw Problem.badRequest(
                "after=%s is nothing in this list; take it from 'next' of the page before, with the same filters"
                        .formatted(Query.shown(after)));
    }

    /** Writes how long the list is, and how it goes on. */
    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("total", total);
        if (next.isPresent()) {
            json.writeStringField("next", next.get());
        }
    }

    /** A document about this page, and where the next one goes on. */
    KeptLists.Listed listed(byte[] document) {
        return new KeptLists.Listed(Representation.prepared(document), next);
    }

    /** Value of the Link header that tells where the next page is (RFC 8288). */
    static String link(RoutingContext context, String after) {
        List<String> parameters = new ArrayList<>();
        context.queryParams().forEach(parameter -> {
            if (!parameter.getKey().equals(AFTER)) {
                parameters.add(parameter.getKey() + "=" + encoded(parameter.getValue()));
            }
        });
        parameters.add(AFTER + "=" + encoded(after));
        return "<%s?%s>; rel=\"next\"".formatted(context.request().path(), String.join("&", parameters));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
