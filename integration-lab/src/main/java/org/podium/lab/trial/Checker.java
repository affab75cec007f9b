package org.podium.lab.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.podium.lab.reader.Sighting;
import org.podium.lab.reader.StreamClient;
import org.podium.lab.replay.TimedEvent;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;

/**
 * Holds what clients saw against what venues said. Of every unit it knows all events that a venue's agent took, and
 * when each was meant to be taken; of every client the last version that it saw and which events stood behind the
 * versions. May be told from any thread.
 *
 * <p>What has to hold: a client of every version sees the versions of a unit one by one from 1, but for those that one
 * says it stands for, too, none again and none below; a client of the newest only higher ones; every mark is behind
 * exactly one version; every unit ends official, for every client, with the ranks that {@link SimpleRanks} computes.
 * Time counts from the moment at which an event was meant to be taken, also for a client that was cut off then.
 */
final class Checker implements StreamClient.Listener {

    /** What each client asked for. */
    enum Delivery {
        EVERY,
        NEWEST
    }

    private final Map<String, Delivery> clients;
    private final Map<UnitKey, Track> tracks = new HashMap<>();
    private final TreeMap<Instant, Stretch> stretches = new TreeMap<>();
    private long sent;

    /** Of clients with these names. */
    Checker(Map<String, Delivery> clients) {
        this.clients = Map.copyOf(clients);
        stretches.put(Instant.EPOCH, new Stretch());
    }

    /** A new stretch of time begins; events meant from then on belong to it. */
    synchronized Stretch begin(Instant from) {
        Stretch stretch = new Stretch();
        stretches.put(from, stretch);
        return stretch;
    }

    synchronized void defined(UnitDefinition definition) {
        UnitKey unit = UnitKey.of(definition.getCompetition(), definition.getUnit());
        tracks.put(unit, new Track(definition));
    }

    /** To be called before the agent takes it, so that its result cannot come first. */
    synchronized void sent(TimedEvent event) {
        UnitKey unit = UnitKey.of(event.event().getCompetition(), event.event().getUnit());
        Track track = tracks.get(unit);
        if (track == null) {
            throw new IllegalStateException("The unit was not defined: " + unit);
        }
        track.sent.put(event.event().getSequence(), event);
        sent++;
    }

    /** How many events were sent. */
    synchronized long sent() {
        return sent;
    }

    @Override
    public synchronized void saw(String client, Sighting result) {
        Track track = tracks.get(result.unit());
        if (track == null || result.version() == 0) {
            return;
        }
        Seen seen = track.seen.computeIfAbsent(client, first -> new Seen());
        String what = "%s: %s version %d".formatted(client, result.unit(), result.version());
        Stretch now = at(result.arrived());
        if (result.version() == seen.version) {
            if (!result.snapshot()
                    && (clients.get(client) == Delivery.EVERY
                            || result.connectedAt().equals(seen.connectedAt))) {
                now.twice(what + " came again");
            }
            return;
        }
        if (result.version() < seen.version) {
            if (seen.skipped.remove(result.version())) {
                now.outOfOrder(what + " came after " + seen.version);
            } else {
                now.wentBack(what + " came after " + seen.version);
            }
            return;
        }
        if (clients.get(client) == Delivery.EVERY && !result.snapshot()) {
            long first = result.version() - result.earlier();
            if (first <= seen.version) {
                now.twice("%s stands for versions from %d, and came after %d".formatted(what, first, seen.version));
            }
            for (long skipped = seen.version + 1; skipped < first; skipped++) {
                seen.skipped.add(skipped);
            }
        }
        seen.version = result.version();
        seen.connectedAt = result.connectedAt();
        seen.newest = result;
        for (long sequence : result.sequences()) {
            TimedEvent behind = track.sent.get(sequence);
            if (behind != null) {
                shows(client, seen, result, sequence, behind, what);
            }
        }
    }

    private void shows(String client, Seen seen, Sighting result, long sequence, TimedEvent behind, String what) {
        if (seen.versionOf.putIfAbsent(sequence, result.version()) != null) {
            at(result.arrived())
                    .twice("%s shows event %d, as version %d did"
                            .formatted(what, sequence, seen.versionOf.get(sequence)));
            return;
        }
        at(behind.taken()).took(behind.taken(), Duration.between(behind.taken(), result.arrived()), client, what);
    }

    @Override
    public synchronized void disconnected(String client, String why) {
        // It comes back by itself; what comes late for it meanwhile is what counts.
    }

    @Override
    public synchronized void resynchronised(String client, String reason) {
        stretches.lastEntry().getValue().resynchronised();
    }

    /** True when every client has seen the end of every unit whose last event was sent. */
    synchronized boolean allSeen() {
        return tracks.values().stream()
                .filter(track -> !track.judged && track.complete())
                .allMatch(this::isEndSeen);
    }

    private boolean isEndSeen(Track track) {
        return clients.keySet().stream().allMatch(client -> {
            Seen seen = track.seen.get(client);
            return seen != null && seen.newest != null && seen.newest.official();
        });
    }

    /**
     * Judges units whose last event was meant before a moment, by when everything of them has to have come; what is not
     * there by then is lost. Each is judged once.
     */
    synchronized void judge(Instant before) {
        for (Map.Entry<UnitKey, Track> entry : tracks.entrySet()) {
            Track track = entry.getValue();
            if (!track.judged && track.complete() && track.end().isBefore(before)) {
                track.judged = true;
                clients.forEach((client, delivery) -> judge(client, delivery, entry.getKey(), track));
                track.seen.values().forEach(Seen::forget);
                track.sent.clear();
            }
        }
    }

    private void judge(String client, Delivery delivery, UnitKey unit, Track track) {
        Stretch atEnd = at(track.end());
        Seen seen = track.seen.get(client);
        if (seen == null || seen.newest == null || !seen.newest.official()) {
            atEnd.lost("%s never saw the official result of %s, its newest is version %d"
                    .formatted(client, unit, seen == null ? 0 : seen.version));
            return;
        }
        if (delivery == Delivery.EVERY) {
            seen.skipped.forEach(
                    version -> atEnd.lost("%s never saw version %d of %s".formatted(client, version, unit)));
            track.sent.forEach((sequence, event) -> {
                if (event.event().getKind() == EventKind.MARK && !seen.versionOf.containsKey(sequence)) {
                    at(event.taken()).lost("%s never saw event %d of %s".formatted(client, sequence, unit));
                }
            });
        }
        List<String> differences = differences(track, seen.newest);
        if (!differences.isEmpty()) {
            atEnd.wrong("%s saw %s end with %s".formatted(client, unit, String.join(", ", differences)));
        }
    }

    private static List<String> differences(Track track, Sighting newest) {
        Map<String, SimpleRanks.End> expected = SimpleRanks.of(
                track.definition,
                track.sent.values().stream().map(TimedEvent::event).toList());
        Map<String, SimpleRanks.End> seen = new HashMap<>();
        newest.lines()
                .forEach(line -> seen.put(line.competitor().toString(), new SimpleRanks.End(line.rank(), line.irm())));
        List<String> differences = new ArrayList<>();
        expected.forEach((competitor, end) -> {
            SimpleRanks.End found = seen.remove(competitor);
            if (!end.equals(found)) {
                differences.add("%s as %s instead of %s".formatted(competitor, found, end));
            }
        });
        seen.keySet().forEach(stranger -> differences.add(stranger + ", who did not start"));
        return differences;
    }

    private Stretch at(Instant moment) {
        return stretches.floorEntry(moment).getValue();
    }

    /** What is known of one unit. */
    private static final class Track {

        private final UnitDefinition definition;
        private final TreeMap<Long, TimedEvent> sent = new TreeMap<>();
        private final Map<String, Seen> seen = new HashMap<>();
        private boolean judged;

        Track(UnitDefinition definition) {
            this.definition = definition;
        }

        boolean complete() {
            return !sent.isEmpty() && sent.lastEntry().getValue().event().getResultStatus() == ResultStatus.OFFICIAL;
        }

        Instant end() {
            return sent.lastEntry().getValue().taken();
        }
    }

    /** What one client saw of one unit. */
    private static final class Seen {

        private long version;
        private Instant connectedAt = Instant.EPOCH;
        private @Nullable Sighting newest;
        private final Map<Long, Long> versionOf = new HashMap<>();
        private final Set<Long> skipped = new TreeSet<>();

        void forget() {
            newest = null;
            versionOf.clear();
            skipped.clear();
        }
    }
}
