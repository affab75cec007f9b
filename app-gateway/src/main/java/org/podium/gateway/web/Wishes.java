package org.podium.gateway.web;

import java.util.Locale;
import java.util.Optional;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.subscription.Scope;
import org.podium.gateway.subscription.Subscription;
import org.podium.gateway.subscription.Subscription.Delivery;
import org.podium.gateway.subscription.Subscription.Medals;
import org.podium.model.wire.ResultStatus;

/** What a reader of a stream asks for, the same in the query of a request and in a message on a WebSocket. */
final class Wishes {

    /** Names of all parameters. */
    static final String[] PARAMETERS = {
        "competition",
        "unit",
        "event",
        "discipline",
        "organisation",
        "competitor",
        "medal-events",
        "status",
        "medals",
        "detail",
        "delivery",
        "snapshot",
        "position"
    };

    private final int maxFilters;

    Wishes(int maxFilters) {
        this.maxFilters = maxFilters;
    }

    /**
     * The subscription.
     *
     * @throws Problem when a value is not one, or there are too many
     */
    Subscription subscription(Query query) {
        Scope scope = new Scope(
                query.competitions("competition"),
                query.units("unit"),
                query.events("event"),
                query.disciplines("discipline"),
                query.organisations("organisation"),
                query.competitors("competitor"),
                query.word("medal-events", "all", "only").equals("only"),
                query.word(
                                "status",
                                "any",
                                ResultStatus.START_LIST.name(),
                                ResultStatus.LIVE.name(),
                                ResultStatus.UNCONFIRMED.name(),
                                ResultStatus.UNOFFICIAL.name(),
                                ResultStatus.OFFICIAL.name())
                        .transform(Wishes::atLeast));
        if (scope.size() > maxFilters) {
            throw Problem.badRequest(
                    "a stream takes at most %d values of filters, and this has %d; use wider filters or several streams"
                            .formatted(maxFilters, scope.size()));
        }
        return new Subscription(
                scope,
                Medals.valueOf(upper(query.word("medals", "no", "yes", "only"))),
                Detail.valueOf(upper(query.word("detail", "full", "summary"))),
                Delivery.valueOf(upper(query.word("delivery", "newest", "every"))),
                query.word("snapshot", "yes", "no").equals("yes"));
    }

    private static Optional<ResultStatus> atLeast(String word) {
        return word.equals("any") ? Optional.empty() : Optional.of(ResultStatus.valueOf(word));
    }

    /**
     * The position that the text prints.
     *
     * @throws Problem when it prints none
     */
    static Position position(String text) {
        return Position.parse(text)
                .orElseThrow(() -> Problem.badRequest(
                        "'%s' is no position; send the last one that you were told unchanged, or none to start anew"
                                .formatted(Query.shown(text))));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
