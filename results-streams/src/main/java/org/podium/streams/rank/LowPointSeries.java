package org.podium.streams.rank;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

    private static final Pattern RACE = Pattern.compile("R[1-9]\\d?");
    private static final Pattern POINT = Pattern.compile("[A-Z][A-Z0-9]{0,15}");

    /** Scored with the points of the place and a penalty on top, which the venue gives as points. */
    private static final List<Irm> KEEP_PLACE = List.of(Irm.DPI, Irm.SCP, Irm.RDG);

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
                parameters
                        .list("medal-race", List.of("MR"), POINT, "points such as MR")
                        .getFirst(),
                parameters.whole("medal-race-weight", 2, 1, 9),
                parameters.whole("medal-race-fleet", 10, 2, 999),
                parameters.whole("fleet", 0, 0, 999),
                Plausible.read(parameters),
                Ranking.read(parameters, MarkKind.POINTS, MarkText.plain()));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances) {
        Map<String, Integer> races =
                new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(String::compareTo));
        for (Performance performance : performances) {
            for (Score score : performance.scores()) {
                if (RACE.matcher(score.point()).matches()) {
                    races.put(score.point(), 0);
                }
            }
            for (String point : performance.pointIrms().keySet()) {
                if (RACE.matcher(point).matches()) {
                    races.put(point, 0);
                }
            }
        }
        int index = 0;
        for (Map.Entry<String, Integer> race : races.entrySet()) {
            race.setValue(index++);
        }
        return ranking.rank(performances, new Series(races, fleet > 0 ? fleet : performances.size()));
    }

    /**
     * Scores the boats of one series.
     *
     * @param races races in which anyone has a score, with their index in the order sailed
     * @param fleet boats entered in the series
     */
    private final class Series implements Ranking.Measure {

        private final Map<String, Integer> races;
        private final long worst;
        private final long worstInMedalRace;
        private final int excluded;

        Series(Map<String, Integer> races, int fleet) {
            this.races = races;
            this.worst = (fleet + 1) * Quantity.ONE;
            this.worstInMedalRace = (medalRaceFleet + 1L) * medalRaceWeight * Quantity.ONE;
            this.excluded = races.size() > discardAfter ? Math.min(discards, races.size() - 1) : 0;
        }

        @Override
        public Standing measure(Performance performance) {
            long[] points = new long[races.size()];
            Arrays.fill(points, worst);
            long medal = Standing.NONE;
            boolean sailed = false;
            for (Score score : performance.scores()) {
                Quantity value = score.value();
                Integer race = races.get(score.point());
                if (value == null || score.outcome() != Outcome.VALID) {
                    continue;
                }
                boolean counts = score.kind() == MarkKind.POINTS
                        || score.kind() == MarkKind.PLACE && givesPlace(performance, score.point());
                if (race != null && counts) {
                    points[race] = value.millionths();
                    sailed = true;
                } else if (score.point().equals(medalRace) && counts) {
                    medal = score.kind() == MarkKind.POINTS ? value.millionths() : value.millionths() * medalRaceWeight;
                }
            }
            if (medal == Standing.NONE && performance.pointIrms().containsKey(medalRace)) {
                medal = worstInMedalRace;
            }
            if (!sailed && performance.pointIrms().isEmpty() && medal == Standing.NONE) {
                return Standing.pending(performance);
            }
            return standing(performance, points, medal);
        }

        /**
         * Whether a place counts: penalties come on top of it, all other IRMs take it away; given points win over both.
         */
        private boolean givesPlace(Performance performance, String point) {
            Irm irm = performance.pointIrms().get(point);
            if (irm != null && !KEEP_PLACE.contains(irm)) {
                return false;
            }
            return performance.scores().stream()
                    .noneMatch(score -> score.kind() == MarkKind.POINTS
                            && score.point().equals(point)
                            && score.outcome() == Outcome.VALID);
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
                default -> index < 3 + races.size() - excluded ? DecidedBy.BEST_PLACES : DecidedBy.LAST_RACE;
            };
        }
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        boolean race =
                score.point().equals(medalRace) || RACE.matcher(score.point()).matches();
        if (!race || score.attempt() != 0) {
            return wrongKind(score);
        }
        return switch (score.kind()) {
            case PLACE -> Plausible.refusesUnlessCounted(score);
            case POINTS -> Plausible.refusesNegative(score).or(() -> plausible.refusesFinal(score));
            default -> wrongKind(score);
        };
    }

    private Optional<Refusal> wrongKind(Score score) {
        return Plausible.wrongKind(score, NAME, "PLACE or POINTS at R1, R2 ... or " + medalRace);
    }
}
