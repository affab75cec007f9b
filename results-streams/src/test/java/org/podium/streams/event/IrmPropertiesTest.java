package org.podium.streams.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.podium.model.wire.EventLine;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.Qualification;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RankingStep;

/** An IRM never improves who bears it, neither in the marks of who goes on nor in the event's ranking. */
class IrmPropertiesTest {

    private static final String RACE = "race-by-time";
    private static final List<String> MARKS = List.of("Q", "q", "Re", "");

    private static Phase heats() {
        return Phase.newBuilder()
                .setCode("HEAT")
                .setName("Heats")
                .setUnits(List.of(unit("HEAT-1"), unit("HEAT-2")))
                .setRule(new RankingRule(RACE, Map.of()))
                .setQualifications(List.of(
                        cut("Q", QualifyBy.PLACE, 1), cut("q", QualifyBy.NEXT, 2), cut("Re", QualifyBy.REST, 0)))
                .build();
    }

    private static PhaseUnit unit(String unit) {
        return PhaseUnit.newBuilder().setUnit(Happening.rsc(unit)).build();
    }

    private static Qualification cut(String mark, QualifyBy by, int count) {
        return Qualification.newBuilder()
                .setMark(mark)
                .setBy(by)
                .setCount(count)
                .build();
    }

    @Provide
    Arbitrary<List<String>> times() {
        return Arbitraries.of("9.90", "10.00", "10.10", "10.20", "10.30").list().ofSize(8);
    }

    private static Happening event(List<String> times, int bearer, String irm, PlacedBy by) {
        List<List<String>> heats = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < times.size(); i++) {
            String line = "C" + i + " " + (i == bearer ? irm : times.get(i));
            heats.get(i % 2).add(line);
        }
        return Happening.of(List.of(heats()), List.of(new RankingStep("HEAT", by, null)))
                .official("HEAT-1", RACE, heats.get(0).toArray(String[]::new))
                .official("HEAT-2", RACE, heats.get(1).toArray(String[]::new));
    }

    private static int rank(Happening event, int competitor) {
        return event.outcome().ranking().stream()
                .filter(line -> line.getCompetitor().equals("C" + competitor))
                .map(EventLine::getRank)
                .map(rank -> rank == null ? Integer.MAX_VALUE : rank)
                .findAny()
                .orElseThrow();
    }

    private static int mark(Happening event, int competitor) {
        String unit = competitor % 2 == 0 ? "HEAT-1" : "HEAT-2";
        return event.marks(unit).stream()
                .filter(mark -> mark.startsWith("C" + competitor + "="))
                .map(mark -> MARKS.indexOf(mark.substring(mark.indexOf('=') + 1)))
                .findAny()
                .orElse(MARKS.size());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anIrmImprovesNothingForItsBearer(
            @ForAll("times") List<String> times,
            @ForAll("bearers") int bearer,
            @ForAll("irms") String irm,
            @ForAll PlacedBy by) {
        PlacedBy placed = by == PlacedBy.UNKNOWN ? PlacedBy.RANK : by;
        Happening without = event(times, -1, irm, placed);
        Happening with = event(times, bearer, irm, placed);

        assertThat(rank(with, bearer)).isGreaterThanOrEqualTo(rank(without, bearer));
        assertThat(mark(with, bearer)).isGreaterThanOrEqualTo(mark(without, bearer));
        for (int other = 0; other < times.size(); other++) {
            if (other != bearer) {
                assertThat(mark(with, other)).isLessThanOrEqualTo(mark(without, other));
            }
        }
    }

    @Provide
    Arbitrary<Integer> bearers() {
        return Arbitraries.integers().between(0, 7);
    }

    @Provide
    Arbitrary<String> irms() {
        return Arbitraries.of("DNS", "DNF", "DSQ", "DQ");
    }
}
