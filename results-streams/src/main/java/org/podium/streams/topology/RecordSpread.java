package org.podium.streams.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.EventKey;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.Decoded;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.RejectReason;
import org.podium.streams.fold.Cause;
import org.podium.streams.records.Claim;
import org.podium.streams.records.RecordBook;
import org.podium.streams.records.RecordListCheck;
import org.podium.streams.validate.Checked;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.Report;
import org.podium.streams.validate.SourceRecord;

/**
 * Carries what is a record into the units that it concerns: a mark of one unit into the other units of its event, a
 * list into all of them. Which marks the lists and units make records does not depend on which of them came first.
 */
final class RecordSpread {

    private final Units units;
    private final RecordKeeping records;
    private final RecordListCheck check;
    private final PatientReader<RecordList> reader;
    private final Settling settling;
    private final Resettling resettling;
    private final Publisher publisher;

    RecordSpread(
            Units units,
            RecordKeeping records,
            RecordListCheck check,
            PatientReader<RecordList> reader,
            Settling settling,
            Resettling resettling,
            Publisher publisher) {
        this.units = units;
        this.records = records;
        this.check = check;
        this.reader = reader;
        this.settling = settling;
        this.resettling = resettling;
        this.publisher = publisher;
    }

    /**
     * After a unit was stored and published with these claims.
     *
     * @param origin the record behind it
     */
    void afterUnit(Definition definition, List<Claim> claims, Cause cause, SourceRecord origin) {
        if (records.differs(definition, claims)) {
            List<Unit> others = recalled(records.othersWithClaims(definition.unit()));
            records.put(definition, claims);
            settle(
                    others,
                    cause.elsewhere(ChangeKind.RECORDS, definition.unit().rsc().value()),
                    origin);
        }
    }

    /**
     * After the definition of a unit was taken away.
     *
     * @param origin the record behind it
     */
    void afterRemoval(UnitKey unit, Cause cause, SourceRecord origin) {
        List<Unit> others = recalled(records.othersWithClaims(unit));
        records.forget(unit);
        settle(others, cause, origin);
    }

    /** Takes a list, or its removal. */
    void takeList(SourceRecord record) {
        Cause cause = Cause.ofRecords(Instant.ofEpochMilli(record.timestamp()));
        if (record.value() == null) {
            undefine(record, cause);
            return;
        }
        switch (reader.read(record.value(), record.position())) {
            case Decoded.Failure<RecordList> failure -> publisher.report(Rejects.undecodable(record, failure));
            case Decoded.Message<RecordList>(RecordList message) -> {
                switch (check.check(message, record)) {
                    case Checked.Refused<RecordBook>(RejectReason reason, String sentence) ->
                        publisher.report(new Report(Disposition.REJECTED, reason, sentence, record, null));
                    case Checked.Accepted<RecordBook>(RecordBook book) ->
                        replace(book.event(), () -> records.define(book, record), cause, record);
                }
            }
        }
    }

    private void undefine(SourceRecord record, Cause cause) {
        byte @Nullable [] key = record.key();
        try {
            EventKey event =
                    EventKey.parse(new String(Objects.requireNonNullElse(key, new byte[0]), StandardCharsets.UTF_8));
            replace(event, () -> records.undefine(event), cause, record);
        } catch (InvalidIdException e) {
            publisher.report(Rejects.undefinable(record, e));
        }
    }

    private void replace(EventKey event, Runnable change, Cause cause, SourceRecord origin) {
        List<Unit> all = recalled(units.definedOf(event));
        change.run();
        for (Unit unit : all) {
            unit.definition().ifPresent(definition -> records.put(definition, settling.claims(unit, definition)));
        }
        settle(all, cause, origin);
    }

    private List<Unit> recalled(List<UnitKey> keys) {
        List<Unit> all = new ArrayList<>();
        for (UnitKey key : keys) {
            Unit unit = units.get(key);
            if (unit.definition().isPresent() && unit.state().published().version() > 0) {
                settling.recall(unit);
                all.add(unit);
            }
        }
        all.sort(Comparator.comparing(unit -> unit.definition().orElseThrow().unit()));
        return all;
    }

    private void settle(List<Unit> all, Cause cause, SourceRecord origin) {
        all.forEach(unit -> resettling.settle(unit.definition().orElseThrow(), unit, cause, origin));
    }
}
