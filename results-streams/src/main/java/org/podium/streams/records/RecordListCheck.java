package org.podium.streams.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.EventKey;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.OrganisationCode;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.RecordMark;
import org.podium.model.wire.RejectReason;
import org.podium.streams.validate.Checked;
import org.podium.streams.validate.Placement;
import org.podium.streams.validate.SourceRecord;

/** Whether a list of records can be worked with. All that is wrong in one is reported together. */
public final class RecordListCheck {

    private static final Pattern TYPE = Pattern.compile("[A-Z]{2,4}");

    /** Bests that are one competitor's own. */
    private static final Set<String> OWN = Set.of("PB", "SB");

    private final Placement placement;

    public RecordListCheck(Placement placement) {
        this.placement = placement;
    }

    /** The records, or why they are not taken. */
    public Checked<RecordBook> check(RecordList message, SourceRecord origin) {
        Optional<Checked<RecordBook>> wrongFeed = placement.refusesFeed(message.getFeed());
        if (wrongFeed.isPresent()) {
            return wrongFeed.get();
        }
        EventKey event;
        try {
            event = EventKey.parse(message.getCompetition() + "/" + message.getEvent());
        } catch (InvalidIdException e) {
            return new Checked.Refused<>(RejectReason.INVALID_DEFINITION, e.getMessage());
        }
        return placement
                .<RecordBook>refusesPosition(origin, event.toString(), event)
                .orElseGet(() -> read(event, message));
    }

    /** A list that was accepted before; empty when this version refuses what an older one took. */
    public static Optional<RecordBook> again(RecordList message) {
        return read(EventKey.parse(message.getCompetition() + "/" + message.getEvent()), message)
                        instanceof Checked.Accepted<RecordBook>(RecordBook book)
                ? Optional.of(book)
                : Optional.empty();
    }

    private static Checked<RecordBook> read(EventKey event, RecordList message) {
        List<String> problems = new ArrayList<>();
        if (message.getKind() == MarkKind.UNKNOWN || message.getKind() == MarkKind.SPLIT) {
            problems.add("kind %s; records are of marks that rank".formatted(message.getKind()));
        }
        List<RecordBook.Reference> references = new ArrayList<>();
        Set<RecordBook.Reference> seen = new HashSet<>();
        for (RecordMark mark : message.getMarks()) {
            RecordBook.Reference reference = reference(mark, problems);
            if (reference != null) {
                references.add(reference);
                RecordBook.Reference scope = new RecordBook.Reference(
                        reference.type(), Quantity.ZERO, reference.organisations(), reference.competitor());
                if (!seen.add(scope)) {
                    problems.add("%s is there twice".formatted(named(mark)));
                }
            }
        }
        Long wind = message.getWindLimit();
        return problems.isEmpty()
                ? new Checked.Accepted<>(
                        new RecordBook(event, message.getKind(), wind == null ? null : new Quantity(wind), references))
                : new Checked.Refused<>(RejectReason.INVALID_DEFINITION, String.join("; ", problems));
    }

    private static RecordBook.@Nullable Reference reference(RecordMark mark, List<String> problems) {
        int before = problems.size();
        if (!TYPE.matcher(mark.getType()).matches()) {
            problems.add("type '%s'; it has to be 2 to 4 capital letters, such as WR".formatted(mark.getType()));
        }
        if (mark.getMark() <= 0) {
            problems.add("%s: a mark is above 0".formatted(named(mark)));
        }
        if (OWN.contains(mark.getType()) && mark.getCompetitor() == null) {
            problems.add("%s: whose best it is has to be said".formatted(named(mark)));
        }
        Set<OrganisationCode> organisations = new LinkedHashSet<>();
        CompetitorId competitor = null;
        try {
            for (String organisation : mark.getOrganisations()) {
                organisations.add(OrganisationCode.parse(organisation));
            }
            competitor = mark.getCompetitor() == null ? null : CompetitorId.parse(mark.getCompetitor());
        } catch (InvalidIdException e) {
            problems.add("%s: %s".formatted(named(mark), e.getMessage()));
        }
        return problems.size() > before
                ? null
                : new RecordBook.Reference(mark.getType(), new Quantity(mark.getMark()), organisations, competitor);
    }

    private static String named(RecordMark mark) {
        String whose = mark.getCompetitor() != null ? mark.getCompetitor() : String.join(",", mark.getOrganisations());
        return whose.isEmpty() ? mark.getType() : mark.getType() + " of " + whose;
    }
}
