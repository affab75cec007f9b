package org.podium.streams.rank;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code low-point-series}: a series of races, each worth its place in points; the fewest points win.
 *
 * <p>Takes {@code PLACE} at {@code R1}, {@code R2} ... and at the medal race, {@code MR}; {@code POINTS} at the same
 * points where points are known that are not the place (a discretionary penalty, redress, a tie), medal race points as
 * they count; IRMs at points. A boat that bears an IRM in a race scores the fleet + 1 there, unless its points are
 * given; so does, until it has a score, a boat without one in a race in which another has one. The worst
 * {@code discards} races of the opening series are excluded once more than {@code discard-after} have been sailed. Only
 * boats with a score in the medal race sail it, and they come before all others.
 *
 * <p>Ties: the medal race first, then the scores that count from the best on, then the last race, the one before it,
 * and so on, excluded ones too.
 *
 * <p>Sources: World Sailing, Racing Rules of Sailing, Appendix A: A2.1 (excluded worst score), A5 (fleet + 1; A4.2 in
 * older editions), A8.1 and A8.2 (ties), confirmed. The medal race (double points, not excluded, first to break ties)
 * is from memory of the Olympic sailing instructions; the medallists of six classes of Paris 2024 come out.
 */
final class LowPointSeries implements Rule {

    static final String NAME = "low-point-series";

    private static final char RACE = 'R';
    private static final int MOST_RACES = 99;
    private static final Pattern POINT = Pattern.compile("[A-Z][A-Z0-9]{0,15}");

    /** Scored with the points of the place and a penalty on top, which the venue gives as points. */
    private static final Set<Irm> KEEP_PLACE =
            Set.copyOf(EnumSet.of(Irm.DPI, Irm.SCP, Irm.STP, Irm.XPA, Irm.ZFP, Irm.PRP, Irm.RDG));

    private static final List<MarkKind> PLACES_THEN_POINTS = List.of(MarkKind.PLACE, MarkKind.POINTS);

    private final int discards;
    private final int discardAfter;
    private final String medalRace;
    private final int medalRaceWeight;
    private final int medalRaceFleet;
    private final int fleet;
    private final Plausible plausible;
    private final Ranking ranking;

    private LowPointSeries(
            int discards,
            int discardAfter,
            String medalRace,
            int medalRaceWeight,
            int medalRaceFleet,
            int fleet,
            Plausible plausible,
            Ranking ranking) {
        this.discards = discards;
        this.discardAfter = discardAfter;
        this.medalRace = medalRace;
        this.medalRaceWeight = medalRaceWeight;
        this.medalRaceFleet = medalRaceFleet;
        this.fleet = fleet;
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        return new LowPointSeries(
                parameters.whole("discards", 1, 0, 9),
                parameters.whole("discard-after", 1, 1, 99),
                parameters.word("medal-race", "MR", POINT, "a point such as MR"),
                parameters.whole("medal-race-weight", 2, 1, 9),
                parameters.whole("medal-race-fleet", 10, 2, 999),
                parameters.whole("fleet", 0, 0, 999),
                Plausible.read(parameters),
                Ranking.read(parameters, MarkKind.POINTS, MarkText.plain()));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        boolean[] sailed = new boolean[MOST_RACES + 1];
        for (Performance performance : performances) {
            for (Score score : performance.scores()) {
                sailed[Scores.number(score.point(), RACE)] = true;
            }
            for (String point : performance.pointIrms().keySet()) {
                sailed[Scores.number(point, RACE)] = true;
            }
        }
        int[] positions = new int[MOST_RACES + 1];
        int races = 0;
        for (int race = 1; race <= MOST_RACES; race++) {
            positions[race] = sailed[race] ? races++ : -1;
        }
        positions[0] = -1;
        return ranking.rank(
                performances, new Series(positions, races, fleet > 0 ? fleet : performances.size()), memory);
    }

    /** Scores the boats of one series. */
    private final class Series implements Ranking.Measure {

        /** By a race's number: which one it is of those in which anyone has a score, from 0; -1 when nobody has. */
        private final int[] positions;

        private final int races;
        private final long worst;
        private final long worstInMedalRace;
        private final int excluded;

        Series(int[] positions, int races, int fleet) {
            this.positions = positions;
            this.races = races;
            this.worst = (fleet + 1) * Quantity.ONE;
            this.worstInMedalRace = (medalRaceFleet + 1L) * medalRaceWeight * Quantity.ONE;
            this.excluded = races > discardAfter ? Math.min(discards, races - 1) : 0;
        }

        @Override
        public Standing measure(Performance performance) {
            long[] points = new long[races];
            Arrays.fill(points, worst);
            boolean entered = !performance.pointIrms().isEmpty();
            long medal = performance.pointIrms().containsKey(medalRace) ? worstInMedalRace : Standing.NONE;
            // Places first, since points win over the place of the same race.
            for (MarkKind kind : PLACES_THEN_POINTS) {
                for (Score score : performance.scores()) {
                    Quantity value = score.value();
                    if (score.kind() != kind || value == null || score.outcome() != Outcome.VALID) {
                        continue;
                    }
                    if (kind == MarkKind.PLACE
                            && losesPlace(performance.pointIrms().get(score.point()))) {
                        continue;
                    }
                    int race = positions[Scores.number(score.point(), RACE)];
                    if (race >= 0) {
                        points[race] = value.millionths();
                        entered = true;
                    } else if (score.point().equals(medalRace)) {
                        medal = value.millionths() * (kind == MarkKind.PLACE ? medalRaceWeight : 1);
                        entered = true;
                    }
                }
            }
            return entered ? standing(performance, points, medal) : Standing.pending(performance);
        }

        private static boolean losesPlace(@Nullable Irm irm) {
            return irm != null && !KEEP_PLACE.contains(irm);
        }

        private Standing standing(Performance performance, long[] points, long medal) {
            long[] sorted = points.clone();
            Arrays.sort(sorted);
            int counting = sorted.length - excluded;
            long[] keys = new long[3 + counting + points.length];
            boolean sailsMedalRace = medal != Standing.NONE;
            long net = sailsMedalRace ? medal : 0;
            for (int i = 0; i < counting; i++) {
                net += sorted[i];
                keys[3 + i] = sorted[i];
            }
            keys[0] = sailsMedalRace ? 0 : 1;
            keys[1] = net;
            keys[2] = sailsMedalRace ? medal : 0;
            for (int i = 0; i < points.length; i++) {
                keys[3 + counting + i] = points[points.length - 1 - i];
            }
            return Standing.ranked(performance, new Quantity(net), keys);
        }

        @Override
        public DecidedBy criterion(int index, Standing above, Standing below) {
            return switch (index) {
                case 0, 2 -> DecidedBy.LAST_RACE;
                case 1 -> DecidedBy.MARK;
                default -> index < 3 + races - excluded ? DecidedBy.BEST_PLACES : DecidedBy.LAST_RACE;
            };
        }
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        boolean race = score.point().equals(medalRace) || Scores.number(score.point(), RACE) > 0;
        if (!race || score.attempt() != 0) {
            return wrongKind(score);
        }
        return switch (score.kind()) {
            case PLACE -> Plausible.refusesUnlessCounted(score);
            case POINTS -> Plausible.refusesNegative(score).or(() -> plausible.refusesPart(score));
            default -> wrongKind(score);
        };
    }

    private Optional<Refusal> wrongKind(Score score) {
        return Plausible.wrongKind(score, NAME, "PLACE or POINTS at R1, R2 ... or " + medalRace);
    }
}
