package org.podium.streams.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.OrganisationCode;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.streams.rank.Score;
import org.podium.streams.stored.StoredIrm;
import org.podium.streams.stored.StoredMark;
import org.podium.streams.stored.StoredPayload;
import org.podium.streams.stored.StoredStarter;
import org.podium.streams.validate.Payload;
import org.podium.streams.validate.Starter;

/** A payload in its stored form. Symbols of enums are stored by name, so that their order may change. */
final class PayloadForm {

    private PayloadForm() {}

    static StoredPayload of(Payload payload) {
        return switch (payload) {
            case Payload.StartList(var starters) ->
                new StoredPayload(starters.stream().map(PayloadForm::of).toList(), null, null, null, null);
            case Payload.Decided(var status) -> new StoredPayload(null, status.name(), null, null, null);
            case Payload.Scheduled(var status) -> new StoredPayload(null, null, status.name(), null, null);
            case Payload.Scored(var competitor, var score) ->
                new StoredPayload(null, null, null, of(competitor, score), null);
            case Payload.Marked(var competitor, var point, var irm) ->
                new StoredPayload(
                        null,
                        null,
                        null,
                        null,
                        new StoredIrm(competitor.value(), point, irm == null ? null : irm.name()));
        };
    }

    static Payload read(StoredPayload stored) {
        if (stored.getMark() != null) {
            return read(stored.getMark());
        }
        if (stored.getIrm() != null) {
            StoredIrm irm = stored.getIrm();
            return new Payload.Marked(
                    new CompetitorId(irm.getCompetitor()),
                    irm.getPoint(),
                    irm.getIrm() == null ? null : Irm.valueOf(irm.getIrm()));
        }
        if (stored.getResultStatus() != null) {
            return new Payload.Decided(ResultStatus.valueOf(stored.getResultStatus()));
        }
        if (stored.getScheduleStatus() != null) {
            return new Payload.Scheduled(ScheduleStatus.valueOf(stored.getScheduleStatus()));
        }
        return new Payload.StartList(
                stored.getStartList().stream().map(PayloadForm::read).toList());
    }

    private static StoredMark of(CompetitorId competitor, Score score) {
        Map<String, Long> components = new HashMap<>();
        score.components().forEach((name, value) -> components.put(name, value.millionths()));
        @Nullable Quantity value = score.value();
        return new StoredMark(
                competitor.value(),
                score.kind().name(),
                score.point(),
                score.attempt(),
                score.outcome().name(),
                value == null ? null : value.millionths(),
                components);
    }

    private static Payload read(StoredMark mark) {
        Map<String, Quantity> components = new HashMap<>();
        mark.getComponents().forEach((name, value) -> components.put(name, new Quantity(value)));
        return new Payload.Scored(
                new CompetitorId(mark.getCompetitor()),
                new Score(
                        MarkKind.valueOf(mark.getKind()),
                        mark.getPoint(),
                        mark.getAttempt(),
                        Outcome.valueOf(mark.getOutcome()),
                        mark.getValue() == null ? null : new Quantity(mark.getValue()),
                        components));
    }

    private static StoredStarter of(Starter starter) {
        return new StoredStarter(
                starter.competitor().value(),
                starter.name(),
                starter.organisation().value(),
                starter.type().name(),
                starter.startOrder(),
                starter.bib(),
                starter.lot(),
                starter.members());
    }

    private static Starter read(StoredStarter stored) {
        return new Starter(
                new CompetitorId(stored.getCompetitor()),
                stored.getName(),
                new OrganisationCode(stored.getOrganisation()),
                CompetitorType.valueOf(stored.getType()),
                stored.getStartOrder(),
                stored.getBib(),
                stored.getLot(),
                stored.getMembers());
    }
}
