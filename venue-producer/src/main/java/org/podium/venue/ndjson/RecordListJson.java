package org.podium.venue.ndjson;

import java.util.regex.Pattern;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.EventKey;
import org.podium.model.id.OrganisationCode;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.RecordMark;

/**
 * Lists of records and bests as JSON, with the field names of {@link RecordList}; described in {@code docs/records.md}.
 */
final class RecordListJson {

    private static final Pattern TYPE = Pattern.compile("[A-Z]{2,4}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private RecordListJson() {}

    static RecordList read(Fields fields) {
        return RecordList.newBuilder()
                .setCompetition(fields.text("competition", Reason.INVALID_ID, CompetitionCode::parse))
                .setEvent(fields.text("event", Reason.INVALID_RSC, text -> EventKey.parse("XX/" + text)))
                .setFeed(fields.wordOr(FeedFlag.PRODUCTION, "feed", FeedFlag.class, FeedFlag.UNKNOWN))
                .setKind(fields.word("kind", MarkKind.class, MarkKind.UNKNOWN))
                .setWindLimit(fields.optionalParsed("windLimit", Reason.INVALID_QUANTITY, Grammar::millionths, 0L))
                .setMarks(fields.objects("marks", RecordListJson::mark))
                .build();
    }

    private static RecordMark mark(Fields fields) {
        return RecordMark.newBuilder()
                .setType(fields.text("type", Reason.INVALID_TEXT, RecordListJson::type))
                .setMark(fields.parsed("mark", Reason.INVALID_QUANTITY, RecordListJson::positive, 1L))
                .setOrganisations(fields.texts("organisations", OrganisationCode::parse))
                .setCompetitor(fields.optionalText("competitor", Reason.INVALID_ID, CompetitorId::parse))
                .setHolder(fields.optionalText("holder", Reason.INVALID_TEXT, Grammar::filled))
                .setPlace(fields.optionalText("place", Reason.INVALID_TEXT, Grammar::filled))
                .setDate(fields.optionalText("date", Reason.INVALID_TIME, RecordListJson::date))
                .build();
    }

    private static String type(String text) {
        if (!TYPE.matcher(text).matches()) {
            throw new IllegalArgumentException("'%s' has to be 2 to 4 capital letters, such as WR, OR, AR, NR, PB or SB"
                    .formatted(Json.abbreviated(text)));
        }
        return text;
    }

    private static Long positive(String text) {
        Quantity mark = Quantity.parse(text);
        if (mark.compareTo(Quantity.ZERO) <= 0) {
            throw new NumberFormatException("a record is above 0");
        }
        return mark.millionths();
    }

    private static String date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'%s' has to be a day such as 2009-08-16".formatted(Json.abbreviated(text)));
        }
        return text;
    }
}
