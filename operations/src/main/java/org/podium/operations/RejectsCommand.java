package org.podium.operations;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.wire.RejectedEvent;
import org.podium.operations.kafka.ClientProperties;
import org.podium.operations.rejects.RejectReader;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.StartException;

/** What {@code podium rejects} does: prints a line for each event that the pipeline did not take as it was. */
final class RejectsCommand {

    private static final Duration POLL = Duration.ofMillis(200);

    /** In the order in which agents took the events, as people at venues remember them. */
    private static final Comparator<RejectedEvent> BY_TIME = Comparator.comparing(RejectedEvent::getTakenAt)
            .thenComparing(RejectedEvent::getTopic)
            .thenComparingInt(RejectedEvent::getPartition)
            .thenComparingLong(RejectedEvent::getOffset);

    private RejectsCommand() {}

    /** Prints the newest that are there, the oldest of them first, and those that come when that is asked for. */
    static ExitCode run(RejectsSettings settings, PrintWriter out) {
        Instant since = Clock.systemUTC().instant().minus(settings.rejects().since());
        try (SchemaRegistry registry =
                        new ConfluentSchemaRegistry(settings.registry().address());
                RejectReader reader = RejectReader.open(
                        new ClientProperties(settings.kafka()).consumer("podium-rejects"),
                        registry,
                        Optional.of(since))) {
            print(newest(reader, settings), out);
            while (settings.rejects().follow()) {
                reader.poll(POLL).forEach(reject -> out.println(line(reject)));
                out.flush();
            }
            return ExitCode.OK;
        } catch (InterruptException e) {
            return ExitCode.OK; // told to stop
        }
    }

    private static Queue<RejectedEvent> newest(RejectReader reader, RejectsSettings settings) {
        Queue<RejectedEvent> newest = new PriorityQueue<>(BY_TIME);
        long limit = settings.kafka().deliveryTimeout().toNanos();
        long lastNanos = System.nanoTime();
        while (!reader.hasReachedEnd()) {
            for (RejectedEvent reject : reader.poll(POLL)) {
                lastNanos = System.nanoTime();
                newest.add(reject);
                if (newest.size() > settings.rejects().most()) {
                    newest.remove();
                }
            }
            if (System.nanoTime() - lastNanos > limit) {
                throw new StartException(
                        ExitCode.UNAVAILABLE,
                        "Kafka gave nothing for %d s, though there is more; check that its brokers run"
                                .formatted(Duration.ofNanos(limit).toSeconds()));
            }
        }
        return newest;
    }

    private static void print(Queue<RejectedEvent> rejects, PrintWriter out) {
        while (!rejects.isEmpty()) {
            out.println(line(rejects.remove()));
        }
        out.flush();
    }

    /** When, what became of it, why, who said it, of what; then the sentence, and where the bytes are. */
    static String line(RejectedEvent reject) {
        return "%s %-8s %-25s %s %s #%s %s/%s: %s [%s, partition %d, offset %d]"
                .formatted(
                        reject.getTakenAt(),
                        reject.getDisposition(),
                        reject.getReason(),
                        known(reject.getVenue()),
                        known(reject.getSource()),
                        known(reject.getSequence()),
                        known(reject.getCompetition()),
                        known(reject.getUnit()),
                        reject.getSentence(),
                        reject.getTopic(),
                        reject.getPartition(),
                        reject.getOffset());
    }

    /** A part of an event that could not be read may be unknown. */
    private static Object known(@Nullable Object part) {
        return part == null ? "?" : part;
    }
}
