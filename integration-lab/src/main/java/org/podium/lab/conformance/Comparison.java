package org.podium.lab.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.Outcome;

/**
 * Compares one unit. A difference is excused only where the file lacks a mark, or ranks competitors apart who are equal
 * in everything that the rule sees; all other pairs of the unit have to be as published.
 */
final class Comparison {

    private static final RankedCompetitor ABSENT = new RankedCompetitor(null, null, "", null);
    private static final Expected NOTHING = new Expected(null, null, null);
    private static final String NO_RANK = "none";

    private final PublishedUnit unit;
    private final Map<String, RankedCompetitor> lines;
    private final int ahead;
    private final List<String> differences = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final Map<String, Set<Integer>> equals = new LinkedHashMap<>();
    private final Set<String> stoppages = new LinkedHashSet<>();
    private boolean tiesDiffer;
    private boolean wrong;

    private Comparison(PublishedUnit unit, Map<String, RankedCompetitor> lines) {
        this.unit = unit;
        this.lines = lines;
        // The ranks of a match for third place, or of a final for places 5 to 8, are published as those of the event.
        this.ahead = unit.expected().values().stream()
                        .filter(line -> line.rank() != null)
                        .mapToInt(line -> rankOf(line))
                        .min()
                        .orElse(1)
                - 1;
    }

    private static int rankOf(Expected line) {
        Integer rank = line.rank();
        return rank == null ? Integer.MAX_VALUE : rank;
    }

    /**
     * Judges a unit.
     *
     * @param lines what came out, by competitor id
     * @param rejects a sentence for each event that was not taken
     */
    static Judgement of(PublishedUnit unit, Map<String, RankedCompetitor> lines, List<String> rejects) {
        List<String> broken = new ArrayList<>(unit.problems());
        broken.addAll(rejects);
        if (!broken.isEmpty()) {
            return new Judgement(Judgement.Verdict.WRONG, broken.getFirst(), broken);
        }
        if (!unit.publishesSomething()) {
            return new Judgement(
                    Judgement.Verdict.NOTHING_PUBLISHED, "the file has neither ranks nor decisions", List.of());
        }
        return new Comparison(unit, lines).judge();
    }

    private Judgement judge() {
        unit.given().forEach(this::compare);
        for (Given one : unit.given()) {
            for (Given other : unit.given()) {
                if (one.competitor().compareTo(other.competitor()) < 0) {
                    compare(one, other);
                }
            }
        }
        if (differences.isEmpty()) {
            return new Judgement(Judgement.Verdict.EXACT, "", List.of());
        }
        if (wrong) {
            return new Judgement(Judgement.Verdict.WRONG, differences.getFirst(), differences);
        }
        if (!tiesDiffer && missing.isEmpty() && equals.isEmpty() && stoppages.isEmpty()) {
            return skipped();
        }
        String reason = reason();
        if (tiesDiffer) {
            return new Judgement(Judgement.Verdict.TIES_DIFFER, differences.getFirst(), differences);
        }
        return new Judgement(Judgement.Verdict.UNDECIDABLE, reason, differences);
    }

    /** All are in the published order, yet not with the published numbers: some ranks are of nobody in the file. */
    private Judgement skipped() {
        List<Integer> ranks = unit.expected().values().stream()
                .map(Expected::rank)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        List<Integer> nobodys = new ArrayList<>();
        int last = ahead;
        for (int i = 0; i < ranks.size(); i++) {
            int rank = ranks.get(i);
            boolean shares = i > 0 && rank == ranks.get(i - 1);
            for (int skipped = last + 1; !shares && skipped < rank; skipped++) {
                nobodys.add(skipped);
            }
            last = shares ? last + 1 : Math.max(last + 1, rank);
        }
        return nobodys.isEmpty()
                ? new Judgement(Judgement.Verdict.TIES_DIFFER, differences.getFirst(), differences)
                : new Judgement(
                        Judgement.Verdict.UNDECIDABLE,
                        "the row of a competitor is missing: nobody in the file has rank " + nobodys,
                        differences);
    }

    private Expected expected(Given given) {
        return unit.expected().getOrDefault(given.competitor(), NOTHING);
    }

    private RankedCompetitor line(Given given) {
        return lines.getOrDefault(given.competitor(), ABSENT);
    }

    private boolean publishesRanks() {
        return unit.expected().values().stream().anyMatch(line -> line.rank() != null);
    }

    private void compare(Given given) {
        Expected published = expected(given);
        RankedCompetitor line = line(given);
        if (publishesRanks()) {
            Integer rank = line.rank() == null ? null : Integer.valueOf(line.rank() + ahead);
            if (!Objects.equals(published.rank(), rank)) {
                differ(given, "rank", published.rank(), rank);
                if (published.rank() != null && rank == null && waits(given)) {
                    missing.add(given.entry().getName());
                } else if (published.rank() == null || rank == null) {
                    wrong = true;
                }
            }
        }
        if (published.decision() != null) {
            Outcome decision = decision(given, line);
            if (published.decision() != decision) {
                differ(given, "decision", published.decision(), decision);
                excuseDecision(given, published.decision());
            }
        }
        if (published.text() != null && !published.text().equals(line.text())) {
            differ(given, "mark", published.text(), line.text());
            wrong = true;
        }
    }

    /**
     * Whether the rule waits for a mark: of the competitor, or of another one behind whom an IRM ranks it. All marks of
     * the file were taken, so it is not in the file.
     */
    private boolean waits(Given given) {
        return given.irm() == null || unit.given().stream().anyMatch(Given::lacksMark);
    }

    private void differ(Given given, String what, @Nullable Object published, @Nullable Object came) {
        differences.add("%s (%s): %s %s published, %s came out"
                .formatted(
                        given.entry().getName(),
                        given.competitor(),
                        what,
                        published == null ? NO_RANK : published,
                        came == null ? NO_RANK : came));
    }

    /** The decision of a line; where the rule gives none, first place alone is a win. */
    private @Nullable Outcome decision(Given given, RankedCompetitor line) {
        if (line.decision() != null || line.rank() == null) {
            return line.decision() == null && given.irm() != null ? Outcome.LOST : line.decision();
        }
        long first = lines.values().stream()
                .filter(other -> other.rank() != null && other.rank() == 1)
                .count();
        if (line.rank() > 1) {
            return Outcome.LOST;
        }
        return first > 1 ? Outcome.TIED : Outcome.WON;
    }

    private void excuseDecision(Given given, Outcome published) {
        if (given.lacksMark()) {
            missing.add(given.entry().getName());
            return;
        }
        String stoppage = UnseenDecision.againstScore(unit.key().rsc().discipline());
        for (Given other : unit.given()) {
            if (other.equals(given)) {
                continue;
            }
            if (given.isAlike(other)) {
                equals.computeIfAbsent(line(given).text(), text -> new TreeSet<>());
            } else if (!stoppage.isEmpty() && given.irm() == null && other.irm() == null && published != Outcome.TIED) {
                stoppages.add(stoppage);
            } else {
                wrong = true;
            }
        }
    }

    private void compare(Given one, Given other) {
        Integer publishedOne = expected(one).rank();
        Integer publishedOther = expected(other).rank();
        Integer rankOne = line(one).rank();
        Integer rankOther = line(other).rank();
        if (publishedOne == null || publishedOther == null || rankOne == null || rankOther == null) {
            return;
        }
        int published = Integer.signum(publishedOne.compareTo(publishedOther));
        int came = Integer.signum(rankOne.compareTo(rankOther));
        if (published == came) {
            return;
        }
        if (came == 0 && one.isAlike(other)) {
            Set<Integer> ranks = equals.computeIfAbsent(shown(one), text -> new TreeSet<>());
            ranks.add(publishedOne);
            ranks.add(publishedOther);
        } else if (came == 0 || published == 0) {
            tiesDiffer = true;
        } else {
            wrong = true;
        }
    }

    private String shown(Given given) {
        String text = line(given).text();
        return text.isEmpty() ? String.valueOf(given.irm()) : text;
    }

    private String reason() {
        List<String> reasons = new ArrayList<>();
        if (!missing.isEmpty()) {
            reasons.add(
                    missing.size() == unit.given().size()
                            ? "no marks in the file"
                            : "no mark in the file for " + String.join(", ", missing));
        }
        if (!equals.isEmpty()) {
            reasons.add("equal in the file, decided by %s: %s"
                    .formatted(
                            UnseenDecision.between(unit.choice()),
                            equals.entrySet().stream()
                                    .sorted(Comparator.comparingInt(group -> firstOf(group.getValue())))
                                    .map(Comparison::group)
                                    .collect(Collectors.joining(", "))));
        }
        stoppages.forEach(stoppage -> reasons.add("won with the lower score: " + stoppage + " is not in the file"));
        return String.join("; ", reasons);
    }

    private static int firstOf(Set<Integer> ranks) {
        return ranks.stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    private static String group(Map.Entry<String, Set<Integer>> group) {
        String ranks = group.getValue().stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return group.getKey() + (ranks.isEmpty() ? "" : " (ranks " + ranks + ")");
    }
}
