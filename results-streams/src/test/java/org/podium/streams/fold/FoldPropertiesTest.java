package org.podium.streams.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultFlag;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Voice;

/** The state of a unit is a function of what was said, not of the order in which it came. */
class FoldPropertiesTest {

    private static final int TRIES = 120;

    @Provide
    Arbitrary<List<VenueEvent>> timing() {
        return Histories.of(Voice.timing(), 25);
    }

    @Provide
    Arbitrary<List<VenueEvent>> desk() {
        return Histories.of(Voice.desk(), 8);
    }

    @Property(tries = TRIES)
    void anyOrderOfArrivalWithDuplicatesGivesTheSame(@ForAll("timing") List<VenueEvent> events, @ForAll Random random) {
        List<VenueEvent> shuffled = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);

        assertThat(FoldedUnit.of(shuffled).seen())
                .isEqualTo(FoldedUnit.of(events).seen());
    }

    @Property(tries = TRIES)
    void venueAndDeskMeetInAnyOrder(
            @ForAll("timing") List<VenueEvent> timing, @ForAll("desk") List<VenueEvent> desk, @ForAll Random random) {
        List<VenueEvent> oneAfterTheOther = new ArrayList<>(timing);
        oneAfterTheOther.addAll(desk);

        assertThat(FoldedUnit.of(merged(timing, desk, random)).seen())
                .isEqualTo(FoldedUnit.of(oneAfterTheOther).seen());
    }

    @Property(tries = TRIES)
    void aCorrectionThatIsTakenBackLeavesTheOriginal(
            @ForAll("timing") List<VenueEvent> events,
            @ForAll("timing") List<VenueEvent> others,
            @ForAll Random random) {
        long next = events.size() + 1L;
        long corrected = 1L + random.nextInt(events.size());
        VenueEvent other = others.get(random.nextInt(others.size()));
        VenueEvent correction = VenueEvent.newBuilder(other)
                .setSequence(next)
                .setAmends(corrected)
                .setReason("read again")
                .build();

        FoldedUnit unit = FoldedUnit.of(events);
        Result before = unit.seen();
        unit.take(correction);
        unit.take(Voice.timing().withdrawal(next + 1, next));

        assertThat(unflagged(unit.seen())).isEqualTo(unflagged(before));
    }

    @Property(tries = TRIES)
    void whatIsMissingIsFlaggedUntilItComes(@ForAll("timing") List<VenueEvent> events, @ForAll Random random) {
        List<VenueEvent> without = new ArrayList<>(events);
        VenueEvent missing = without.remove(random.nextInt(events.size() - 1));
        FoldedUnit unit = FoldedUnit.of(without);

        assertThat(unit.seen().getFlags()).contains(ResultFlag.SEQUENCE_GAP);
        unit.take(missing);
        assertThat(unit.seen()).isEqualTo(FoldedUnit.of(events).seen());
        assertThat(unit.state().heldEvents()).isZero();
    }

    @Property(tries = TRIES)
    void aFoldOverEventsEqualsRankingTheFinalState(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 980, max = 1_020) Integer> times,
            @ForAll Random random) {
        Map<String, String> last = new LinkedHashMap<>();
        List<VenueEvent> events = new ArrayList<>();
        for (int time : times) {
            String competitor = "C" + (1 + random.nextInt(4));
            String seconds = new Quantity(time * 10_000L).toString();
            last.put(competitor, seconds);
            events.add(Voice.timing().time(events.size() + 1L, competitor, seconds));
        }
        FoldedUnit unit = FoldedUnit.of(List.of());
        events.forEach(unit::take);

        List<VenueEvent> finalMarks = new ArrayList<>();
        last.forEach((competitor, seconds) ->
                finalMarks.add(Voice.timing().time(finalMarks.size() + 1L, competitor, seconds)));
        assertThat(unit.seen()).isEqualTo(FoldedUnit.of(finalMarks).seen());
        assertThat(unit.seen().getLines())
                .filteredOn(line -> line.getRank() != null)
                .isSortedAccordingTo(Comparator.comparing(ResultLine::getMark))
                .allSatisfy(line -> assertThat(line.getRank())
                        .isEqualTo(1
                                + (int) last.values().stream()
                                        .filter(time -> Quantity.parse(time).millionths() < line.getMark())
                                        .count()));
    }

    /** The flag that something was changed after OFFICIAL stays, since it was. */
    private static Result unflagged(Result result) {
        Set<ResultFlag> flags = EnumSet.noneOf(ResultFlag.class);
        flags.addAll(result.getFlags());
        flags.remove(ResultFlag.CORRECTED);
        return Result.newBuilder(result).setFlags(List.copyOf(flags)).build();
    }

    private static List<VenueEvent> merged(List<VenueEvent> some, List<VenueEvent> others, Random random) {
        List<VenueEvent> merged = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < some.size() || right < others.size()) {
            boolean fromLeft = right == others.size() || (left < some.size() && random.nextBoolean());
            merged.add(fromLeft ? some.get(left++) : others.get(right++));
        }
        return merged;
    }
}
