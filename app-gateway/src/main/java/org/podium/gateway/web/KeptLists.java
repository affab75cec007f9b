package org.podium.gateway.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.podium.gateway.board.Board;

/**
 * Lists that were asked for, each kept until the board changes: between two changes a list is put together and
 * compressed once, however many ask. A worker does it, since a list looks at everything on the board, and streams do
 * not wait for who asks for many of them. Bounded: the list that was not asked for longest leaves, and who asks for one
 * more while too many wait for the worker is to come back. Shared by all event loops.
 */
final class KeptLists {

    private static final int MOST = 128;

    /** Lists that wait for the worker at a time; a second's work and less. */
    static final int MOST_AWAITED = 64;

    private static final Duration LATER = Duration.ofSeconds(1);

    private final Board board;
    private final WorkerExecutor workers;
    private final Map<String, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };
    private int awaited;

    /**
     * A list, or a page of one.
     *
     * @param document JSON, in every coding
     * @param next name of its last row when there are more
     */
    record Listed(Representation document, Optional<String> next) {

        static Listed whole(byte[] document) {
            return new Listed(Representation.prepared(document), Optional.empty());
        }
    }

    private record Kept(long changes, Future<Listed> list) {}

    /** @param workers threads that put lists together */
    KeptLists(Vertx vertx, Board board, int workers) {
        this.board = board;
        this.workers = vertx.createSharedWorkerExecutor("lists", workers);
    }

    /** Answers with the list of the request's path and query, put together if it is not kept. */
    void answer(RoutingContext context, Supplier<Listed> list) {
        answer(context, context.request().uri(), list);
    }

    /**
     * Answers with the list that is kept under a key of its own, which says all that the list depends on.
     *
     * @throws Problem when too many wait
     */
    void answer(RoutingContext context, String key, Supplier<Listed> list) {
        Answers.whenMade(context, of(key, list), made -> {
            made.next().ifPresent(after -> context.response().putHeader("Link", Page.link(context, after)));
            Answers.json(context, made.document(), Freshness.MOVING);
        });
    }

    private synchronized Future<Listed> of(String key, Supplier<Listed> list) {
        // Before the board is read: what changes meanwhile makes the list old at once, and not too new.
        long changes = board.changes();
        Kept last = kept.get(key);
        if (last == null || isOld(last, changes)) {
            if (awaited == MOST_AWAITED) {
                throw Problem.unavailable("more lists are asked for than can be put together; try again", LATER);
            }
            awaited++;
            last = new Kept(
                    changes,
                    workers.executeBlocking(list::get, false)
                            .map(Objects::requireNonNull)
                            .onComplete(made -> hasCome()));
            kept.put(key, last);
        }
        return last.list();
    }

    /** One that is being put together is for all who ask meanwhile. */
    private static boolean isOld(Kept last, long changes) {
        return last.list().failed() || (last.list().isComplete() && last.changes() != changes);
    }

    private synchronized void hasCome() {
        awaited--;
    }
}
