package org.podium.gateway.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Component;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Medal;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.ResultLine;

/** A line of a result. */
public final class SampleLine {

    private final ResultLine.Builder line;
    private final List<Mark> details = new ArrayList<>();

    /** A competitor without a mark. */
    public SampleLine(String competitor, String name, String organisation, MarkKind kind) {
        this.line = ResultLine.newBuilder()
                .setCompetitor(competitor)
                .setName(name)
                .setOrganisation(organisation)
                .setSortOrder(1)
                .setResultType(kind);
    }

    public SampleLine start(int order) {
        line.setStartOrder(order);
        return this;
    }

    public SampleLine rank(int rank, boolean equal) {
        line.setRank(rank).setRankEqual(equal);
        return this;
    }

    /** The mark that ranks, exact, and as shown. */
    public SampleLine mark(String exact, String shown, @Nullable String diff) {
        line.setMark(Quantity.parse(exact).millionths()).setText(shown).setDiff(diff);
        return this;
    }

    public SampleLine irm(Irm irm) {
        line.setIrm(irm);
        return this;
    }

    public SampleLine medal(Medal medal) {
        line.setMedal(medal);
        return this;
    }

    public SampleLine decided(DecidedBy decidedBy) {
        line.setDecidedBy(decidedBy);
        return this;
    }

    public SampleLine won(Outcome outcome) {
        line.setDecision(outcome);
        return this;
    }

    public SampleLine qualified(String mark) {
        line.setQualification(mark);
        return this;
    }

    public SampleLine record(String... records) {
        line.setRecords(List.of(records));
        return this;
    }

    public SampleLine pointIrms(String... irms) {
        line.setPointIrms(List.of(irms));
        return this;
    }

    public SampleLine members(String... members) {
        line.setMembers(List.of(members));
        return this;
    }

    /** A part of the result; components as name and value in turn. */
    public SampleLine detail(
            MarkKind kind, String point, int attempt, Outcome outcome, @Nullable String value, String... components) {
        List<Component> parts = new ArrayList<>();
        for (int i = 0; i < components.length; i += 2) {
            parts.add(new Component(
                    components[i], Quantity.parse(components[i + 1]).millionths()));
        }
        details.add(Mark.newBuilder()
                .setCompetitor(line.getCompetitor())
                .setKind(kind)
                .setPoint(point)
                .setAttempt(attempt)
                .setOutcome(outcome)
                .setValue(value == null ? null : Quantity.parse(value).millionths())
                .setComponents(parts)
                .build());
        return this;
    }

    public ResultLine build() {
        return line.setDetails(details).build();
    }
}
