package org.podium.streams.rank;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code head-to-head}: a match. The outcome on the final score (WON, LOST, TIED) decides where it is given, else the
 * greater score, and between equal ones the shoot-out, point {@code SO}.
 *
 * <p>Takes {@code SCORE} without a point (the match score) and at points, one for each period, set or end. With
 * {@code decision=outcome} a match has no ranks before its outcome is known and the score orders the list; with
 * {@code decision=score} the leader ranks first at once.
 *
 * <p>An IRM ends a match: the other one has won, whatever the score. A retired, injured or withdrawn competitor keeps
 * the rank of the loser, as the silver medal of a walked-over final shows; a disqualified one has none.
 *
 * <p>Source: the sports' own rules of play decide a match and its score; the venue says who won. Nothing here is taken
 * from a rulebook.
 */
final class HeadToHead implements Rule {

    static final String NAME = "head-to-head";

    /** Point that holds a deciding shoot-out, where the sport has one. */
    private static final String SHOOT_OUT = "SO";

    /** Whoever bears one of these has lost, and has the rank of the loser. */
    private static final Irm[] KEEP_RANK = {
        Irm.RET, Irm.RTD, Irm.INJ, Irm.ABD, Irm.WD, Irm.WDR, Irm.WDN, Irm.WO, Irm.DNF, Irm.DNS
    };

    /** What makes a winner before an outcome is known. */
    enum Decision {
        SCORE,
        OUTCOME
    }

    /** What is known of who has won. */
    private enum Stage {
        /** Nothing beyond what the scores say. */
        OPEN,

        /** Somebody's score says WON: nobody else has. */
        WON,

        /** Nobody's score says WON and somebody bears an IRM: those without one have won, whatever their score says. */
        ENDED
    }

    private static final long WON = 0;
    private static final long LEVEL = 1;
    private static final long LOST = 2;

    private final Plausible plausible;
    private final Ranking ranking;
    private final Match open;
    private final Match won;
    private final Match ended;

    private HeadToHead(Decision decision, Plausible plausible, Ranking ranking) {
        this.plausible = plausible;
        this.ranking = ranking;
        this.open = new Match(decision, Stage.OPEN);
        this.won = new Match(decision, Stage.WON);
        this.ended = new Match(decision, Stage.ENDED);
    }

    static Rule read(Parameters parameters) {
        MarkText text = MarkText.decimal(parameters.whole("shown-decimals", 0, 0, 6));
        return new HeadToHead(
                parameters.choice("decision", Decision.SCORE),
                Plausible.read(parameters),
                Ranking.read(parameters, MarkKind.SCORE, text, KEEP_RANK));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        Match match = open;
        for (Performance performance : performances) {
            Score score = matchScore(performance);
            if (performance.irm() != null) {
                match = performances.size() > 1 ? ended : match;
            } else if (score != null && score.outcome() == Outcome.WON) {
                return ranking.rank(performances, won, memory);
            }
        }
        return ranking.rank(performances, match, memory);
    }

    private static @Nullable Score matchScore(Performance performance) {
        for (Score score : performance.scores()) {
            if (score.kind() == MarkKind.SCORE && score.point().isEmpty()) {
                return score;
            }
        }
        return null;
    }

    /** How competitors stand in a match. */
    private record Match(Decision decision, Stage stage) implements Ranking.Measure {

        @Override
        public Standing measure(Performance performance) {
            Score score = matchScore(performance);
            Quantity shown = score == null ? null : score.value();
            Outcome said = outcome(score);
            boolean scoreRanks = decision == Decision.SCORE && shown != null;
            if (performance.irm() != null && (said != null || scoreRanks)) {
                return Standing.decided(performance, shown, Outcome.LOST, LOST);
            }
            if (said != null) {
                return Standing.decided(performance, shown, said, place(said));
            }
            if (shown == null) {
                return Standing.pending(performance);
            }
            return scoreRanks
                    ? Standing.ranked(performance, shown, LEVEL, -shown.millionths(), -shootOut(performance))
                    : Standing.pending(performance, performance.irm() == null ? 0 : 1, -shown.millionths());
        }

        private @Nullable Outcome outcome(@Nullable Score score) {
            if (stage == Stage.ENDED) {
                return Outcome.WON;
            }
            if (score != null && Plausible.isOfAMatch(score.outcome())) {
                return score.outcome();
            }
            return stage == Stage.WON ? Outcome.LOST : null;
        }

        private static long place(Outcome outcome) {
            return switch (outcome) {
                case WON -> WON;
                case LOST -> LOST;
                default -> LEVEL;
            };
        }

        @Override
        public DecidedBy criterion(int index, Standing above, Standing below) {
            if (above.mark != null && below.mark != null && above.mark.compareTo(below.mark) > 0) {
                return DecidedBy.MARK;
            }
            return shootOut(above.performance) > shootOut(below.performance) ? DecidedBy.SHOOT_OFF : DecidedBy.DECISION;
        }

        private static long shootOut(Performance performance) {
            return Scores.value(performance, MarkKind.SCORE, SHOOT_OUT, 0);
        }

        @Override
        public Outcome decisionOfBarred() {
            return Outcome.LOST;
        }
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        if (score.kind() != MarkKind.SCORE || score.attempt() != 0) {
            return Plausible.wrongKind(score, NAME, "SCORE without an attempt");
        }
        if (score.outcome() != Outcome.VALID && !Plausible.isOfAMatch(score.outcome())) {
            return Plausible.wrongOutcome(score);
        }
        Optional<Refusal> refusal = Plausible.refusesNegative(score);
        return refusal.isPresent() || !score.point().isEmpty() ? refusal : plausible.refusesFinal(score);
    }
}
