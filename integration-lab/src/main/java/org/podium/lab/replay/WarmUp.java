package org.podium.lab.replay;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.podium.lab.recording.Recording;

/**
 * Runs what will be played later once before, quickly and without names, under a competition code of its own. The JVM
 * compiles what runs often: the first results after a start take a second, those after some thousand venue events
 * hundredths of one (ADR 0039).
 */
public final class WarmUp {

    /** Under which everything is played. */
    public static final String COMPETITION = "WARM-UP";

    /** Two minutes of recordings in four seconds. */
    private static final BigDecimal SPEED = new BigDecimal(30);

    /** The longest recordings bring nothing new: the others have every kind of event and most of the ranking rules. */
    private static final int MOST_EVENTS = 80;

    private WarmUp() {}

    /** The timetable of a warm-up that begins now. */
    public static Timetable of(List<Recording> recordings, int run, InstantSource clock) {
        // Units of two competitions may share an RSC, and under one code each is played once.
        Set<String> units = new HashSet<>();
        List<Script> scripts = recordings.stream()
                .filter(recording -> recording.events().size() <= MOST_EVENTS)
                .filter(recording -> units.add(recording.definition().getUnit()))
                .map(Script::of)
                .map(Anonymous::of)
                .toList();
        return Timetable.of(scripts, clock.instant(), SPEED, code -> COMPETITION + "-" + run);
    }
}
