package org.podium.venue.ndjson;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.Component;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.IrmMark;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Notice;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.VenueEvent;

/** Any venue event that the format has. */
class Events extends DomainContextBase {

    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final long LARGEST_QUANTITY = 999_999_999_999_999_999L;
    private static final int MOST_STARTERS = 9_999;

    @Provide
    Arbitrary<VenueEvent> events() {
        Arbitrary<VenueEvent.Builder> heads = Combinators.combine(
                        text("[A-Z0-9][A-Z0-9-]{1,19}"),
                        words(FeedFlag.class),
                        text("[A-Z0-9]{2,10}"),
                        text("[A-Z0-9][A-Z0-9_-]{0,29}"),
                        text("[A-Z0-9]{3}[MWXO][A-Z0-9-]{30}"),
                        Arbitraries.longs().between(2, Grammar.MOST_EXACT),
                        instants())
                .as((competition, feed, venue, source, unit, sequence, time) -> VenueEvent.newBuilder()
                        .setCompetition(competition)
                        .setFeed(feed)
                        .setVenue(venue)
                        .setSource(source)
                        .setUnit(unit)
                        .setSequence(sequence)
                        .setVenueTime(time));
        return Combinators.combine(heads, payloads(), Arbitraries.of(true, false), filled())
                .as((head, payload, amends, reason) -> {
                    VenueEvent.Builder event = payload.on(head);
                    boolean amending = amends || event.getKind() == EventKind.WITHDRAWAL;
                    return event.setAmends(amending ? head.getSequence() - 1 : null)
                            .setReason(amending ? reason : null)
                            .build();
                });
    }

    private interface Payload {
        VenueEvent.Builder on(VenueEvent.Builder event);
    }

    private static Arbitrary<Payload> payloads() {
        return Arbitraries.oneOf(List.of(
                entries()
                        .list()
                        .ofMaxSize(4)
                        .uniqueElements(Entry::getCompetitor)
                        .map(list ->
                                event -> event.setKind(EventKind.START_LIST).setStartList(list)),
                words(ScheduleStatus.class)
                        .map(status -> event ->
                                event.setKind(EventKind.SCHEDULE_STATUS).setScheduleStatus(status)),
                words(ResultStatus.class)
                        .map(status ->
                                event -> event.setKind(EventKind.RESULT_STATUS).setResultStatus(status)),
                marks().map(mark -> event -> event.setKind(EventKind.MARK).setMark(mark)),
                irms().map(irm -> event -> event.setKind(EventKind.IRM).setIrm(irm)),
                notices().map(notice -> event -> event.setKind(EventKind.NOTICE).setNotice(notice)),
                Arbitraries.of(EventKind.WITHDRAWAL, EventKind.TAKEOVER).map(kind -> event -> event.setKind(kind))));
    }

    static Arbitrary<Entry> entries() {
        Arbitrary<@Nullable Integer> numbers =
                Arbitraries.integers().between(1, MOST_STARTERS).injectNull(0.3);
        return Combinators.combine(
                        competitors(),
                        filled(),
                        text("[A-Z]{3}"),
                        words(CompetitorType.class),
                        numbers,
                        filled().injectNull(0.3),
                        numbers,
                        filled().list().ofMaxSize(3))
                .as(Entry::new);
    }

    private static Arbitrary<Mark> marks() {
        Arbitrary<List<Component>> components = Combinators.combine(text("[A-Z][A-Z0-9]{0,7}"), quantities())
                .as(Component::new)
                .list()
                .ofMaxSize(3)
                .uniqueElements(Component::getName);
        return Combinators.combine(
                        competitors(),
                        words(MarkKind.class),
                        points(),
                        Arbitraries.integers().between(0, 999),
                        words(Outcome.class),
                        quantities().injectNull(0.3),
                        components)
                .as((competitor, kind, point, attempt, outcome, value, parts) -> new Mark(
                        competitor,
                        kind,
                        point,
                        attempt,
                        value == null && parts.isEmpty() && outcome == Outcome.VALID ? Outcome.FAILED : outcome,
                        value,
                        parts));
    }

    private static Arbitrary<IrmMark> irms() {
        return Combinators.combine(competitors(), words(Irm.class).injectNull(0.2), points())
                .as(IrmMark::new);
    }

    private static Arbitrary<Notice> notices() {
        return Combinators.combine(
                        text("[A-Z][A-Z0-9_]{0,29}"),
                        filled(),
                        Arbitraries.longs().between(0, Grammar.MOST_EXACT))
                .as(Notice::new);
    }

    private static Arbitrary<Long> quantities() {
        return Arbitraries.longs().between(-LARGEST_QUANTITY, LARGEST_QUANTITY);
    }

    private static Arbitrary<String> competitors() {
        return text("[A-Z0-9][A-Z0-9_-]{0,33}");
    }

    private static Arbitrary<String> points() {
        return text("[A-Za-z0-9._+-]{0,16}");
    }

    static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, LATEST),
                        Arbitraries.longs().between(0, 999_999))
                .as((second, micro) -> Instant.ofEpochSecond(second).plus(micro, ChronoUnit.MICROS));
    }

    /** Any Unicode text but lone surrogates, which are no text, with a letter in it. */
    static Arbitrary<String> filled() {
        return Arbitraries.strings()
                .all()
                .excludeChars('\ufeff')
                .ofMaxLength(20)
                .filter(text -> text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF))
                .map(text -> text + "\u00e9");
    }

    /** Any text of a pattern of single characters, classes and their repetitions. */
    static Arbitrary<String> text(String pattern) {
        return Patterns.texts(pattern);
    }

    static <E extends Enum<E>> Arbitrary<E> words(Class<E> type) {
        return Arbitraries.of(Arrays.stream(type.getEnumConstants())
                .filter(word -> !word.name().equals("UNKNOWN"))
                .toList());
    }
}
