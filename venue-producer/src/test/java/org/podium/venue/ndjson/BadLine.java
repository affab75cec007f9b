package org.podium.venue.ndjson;

import static org.podium.venue.ndjson.Reason.AMENDS_NOTHING;
import static org.podium.venue.ndjson.Reason.DUPLICATE_FIELD;
import static org.podium.venue.ndjson.Reason.INVALID_ID;
import static org.podium.venue.ndjson.Reason.INVALID_QUANTITY;
import static org.podium.venue.ndjson.Reason.INVALID_RSC;
import static org.podium.venue.ndjson.Reason.INVALID_TEXT;
import static org.podium.venue.ndjson.Reason.INVALID_TIME;
import static org.podium.venue.ndjson.Reason.MISSING_FIELD;
import static org.podium.venue.ndjson.Reason.NOT_AN_OBJECT;
import static org.podium.venue.ndjson.Reason.NOT_JSON;
import static org.podium.venue.ndjson.Reason.OUT_OF_RANGE;
import static org.podium.venue.ndjson.Reason.REASON_MISSING;
import static org.podium.venue.ndjson.Reason.REPEATED_COMPETITOR;
import static org.podium.venue.ndjson.Reason.UNKNOWN_FIELD;
import static org.podium.venue.ndjson.Reason.UNKNOWN_WORD;
import static org.podium.venue.ndjson.Reason.WRONG_PAYLOAD;
import static org.podium.venue.ndjson.Reason.WRONG_TYPE;

import java.util.List;

/**
 * A line with one mistake in it.
 *
 * @param line the line
 * @param reason why it is refused
 * @param field which field has to be named
 * @param seen whether a JSON Schema can see the mistake
 */
record BadLine(String line, Reason reason, String field, boolean seen) {

    static final String HEAD =
            "{\"competition\":\"OG2024\",\"venue\":\"STA\",\"source\":\"TIMING-1\",\"unit\":\"ATHM100M--------------FNL-000100--\",\"sequence\":3,\"venueTime\":\"2024-08-04T19:55:00.123456Z\"";
    static final String MARK = HEAD
            + ",\"kind\":\"MARK\",\"mark\":{\"competitor\":\"1925539\",\"kind\":\"TIME\",\"value\":\"9.784\",\"components\":{\"RT\":\"0.178\"}}}";
    static final String STARTERS = HEAD
            + ",\"kind\":\"START_LIST\",\"startList\":[{\"competitor\":\"A1\",\"name\":\"ALPHA Ann\",\"organisation\":\"XAA\"},{\"competitor\":\"B2\",\"name\":\"BETA Bea\",\"organisation\":\"XAB\",\"bib\":\"17A\"}]}";

    /** What a schema can see, and what it cannot. */
    static List<BadLine> all() {
        return List.of(
                // syntax
                new BadLine("not JSON", NOT_JSON, "", false),
                new BadLine("{", NOT_JSON, "", false),
                new BadLine(MARK.substring(0, MARK.length() - 1), NOT_JSON, "", false),
                new BadLine(MARK.replace("\"value\":", "'value':"), NOT_JSON, "", false),
                new BadLine(MARK.replace("\"STA\"", "\u201cSTA\u201d"), NOT_JSON, "", false),
                new BadLine(MARK + MARK, NOT_JSON, "", false),
                new BadLine(MARK + ",", NOT_JSON, "", false),
                new BadLine("[" + MARK + "]", NOT_AN_OBJECT, "", true),
                new BadLine("17", NOT_AN_OBJECT, "", true),
                bad(MARK, "\"venue\":\"STA\"", "\"venue\":\"STA\",\"venue\":\"STB\"", DUPLICATE_FIELD, "venue")
                        .unseen(),
                bad(MARK, "\"RT\":\"0.178\"", "\"RT\":\"0.178\",\"RT\":\"0.2\"", DUPLICATE_FIELD, "mark.components.RT")
                        .unseen(),
                // fields
                bad(MARK, "\"sequence\"", "\"Sequence\":3,\"sequence\"", UNKNOWN_FIELD, "Sequence"),
                bad(MARK, "\"value\":\"9.784\"", "\"value\":\"9.784\",\"lane\":7", UNKNOWN_FIELD, "mark.lane"),
                bad(STARTERS, "\"bib\"", "\"start_order\":2,\"bib\"", UNKNOWN_FIELD, "startList[1].start_order"),
                bad(MARK, "\"competition\":\"OG2024\",", "", MISSING_FIELD, "competition"),
                bad(MARK, "\"unit\":\"ATHM100M--------------FNL-000100--\",", "", MISSING_FIELD, "unit"),
                bad(MARK, ",\"kind\":\"MARK\"", "", MISSING_FIELD, "kind"),
                bad(MARK, "\"competitor\":\"1925539\",", "", MISSING_FIELD, "mark.competitor"),
                bad(
                        MARK,
                        "\"value\":\"9.784\",\"components\":{\"RT\":\"0.178\"}",
                        "\"attempt\":1",
                        MISSING_FIELD,
                        "mark.value"),
                bad(STARTERS, "\"name\":\"BETA Bea\",", "", MISSING_FIELD, "startList[1].name"),
                // types
                bad(MARK, "\"9.784\"", "9.784", WRONG_TYPE, "mark.value"),
                bad(MARK, "\"1925539\"", "1925539", WRONG_TYPE, "mark.competitor"),
                bad(MARK, "\"0.178\"", "0.178", WRONG_TYPE, "mark.components.RT"),
                bad(MARK, ":3,", ":\"3\",", WRONG_TYPE, "sequence"),
                bad(MARK, "\"STA\"", "null", WRONG_TYPE, "venue"),
                bad(MARK, "{\"RT\":\"0.178\"}", "[\"RT\"]", WRONG_TYPE, "mark.components"),
                bad(STARTERS, "\"17A\"", "17", WRONG_TYPE, "startList[1].bib"),
                bad(
                        STARTERS,
                        "{\"competitor\":\"A1\",\"name\":\"ALPHA Ann\",\"organisation\":\"XAA\"}",
                        "\"A1\"",
                        WRONG_TYPE,
                        "startList[0]"),
                with("\"kind\":\"MARK\",\"mark\":\"9.784\"", WRONG_TYPE, "mark"),
                with("\"kind\":\"START_LIST\",\"startList\":{}", WRONG_TYPE, "startList"),
                // ids
                bad(
                        MARK,
                        "\"ATHM100M--------------FNL-000100--\"",
                        "\"ATHM100M--------------FNL-000100-\"",
                        INVALID_RSC,
                        "unit"),
                bad(
                        MARK,
                        "\"ATHM100M--------------FNL-000100--\"",
                        "\"ATHQ100M--------------FNL-000100--\"",
                        INVALID_RSC,
                        "unit"),
                bad(MARK, "\"OG2024\"", "\"og2024\"", INVALID_ID, "competition"),
                bad(MARK, "\"STA\"", "\"STADE DE FRANCE\"", INVALID_ID, "venue"),
                bad(MARK, "\"TIMING-1\"", "\"\"", INVALID_ID, "source"),
                bad(MARK, "\"1925539\"", "\"1925539 \"", INVALID_ID, "mark.competitor"),
                bad(STARTERS, "\"XAB\"", "\"Kenya\"", INVALID_ID, "startList[1].organisation"),
                new BadLine(STARTERS.replace("\"B2\"", "\"A1\""), REPEATED_COMPETITOR, "startList", false),
                // words
                bad(MARK, "\"MARK\"", "\"RESULT\"", UNKNOWN_WORD, "kind"),
                bad(MARK, "\"MARK\"", "\"UNKNOWN\"", UNKNOWN_WORD, "kind"),
                bad(MARK, "\"TIME\"", "\"time\"", UNKNOWN_WORD, "mark.kind"),
                bad(MARK, "\"venue\"", "\"feed\":\"P\",\"venue\"", UNKNOWN_WORD, "feed"),
                with("\"kind\":\"RESULT_STATUS\",\"resultStatus\":\"FINAL\"", UNKNOWN_WORD, "resultStatus"),
                with("\"kind\":\"SCHEDULE_STATUS\",\"scheduleStatus\":\"LIVE\"", UNKNOWN_WORD, "scheduleStatus"),
                with("\"kind\":\"IRM\",\"irm\":{\"competitor\":\"A1\",\"irm\":\"ABS\"}", UNKNOWN_WORD, "irm.irm"),
                // values
                bad(MARK, "\"9.784\"", "\"9,784\"", INVALID_QUANTITY, "mark.value"),
                bad(MARK, "\"9.784\"", "\"9.7841234\"", INVALID_QUANTITY, "mark.value"),
                bad(MARK, "\"9.784\"", "\"1:2:3:4\"", INVALID_QUANTITY, "mark.value"),
                bad(MARK, "\"9.784\"", "\"DNS\"", INVALID_QUANTITY, "mark.value"),
                bad(MARK, "\"2024-08-04T19:55:00.123456Z\"", "\"2024-08-04 19:55:00\"", INVALID_TIME, "venueTime"),
                bad(MARK, "\"2024-08-04T19:55:00.123456Z\"", "\"2024-08-04T19:55:00\"", INVALID_TIME, "venueTime"),
                bad(
                        MARK,
                        "\"2024-08-04T19:55:00.123456Z\"",
                        "\"2024-08-04T19:55:00.1234567Z\"",
                        INVALID_TIME,
                        "venueTime"),
                bad(MARK, "\"2024-08-04T19:55:00.123456Z\"", "\"2024-02-30T19:55:00Z\"", INVALID_TIME, "venueTime"),
                bad(MARK, "\"value\"", "\"point\":\"after the first lap\",\"value\"", INVALID_TEXT, "mark.point"),
                bad(MARK, "\"RT\"", "\"reaction\"", INVALID_TEXT, "mark.components.reaction"),
                bad(STARTERS, "\"BETA Bea\"", "\"  \"", INVALID_TEXT, "startList[1].name"),
                bad(MARK, ":3,", ":0,", OUT_OF_RANGE, "sequence"),
                bad(MARK, ":3,", ":2.5,", OUT_OF_RANGE, "sequence"),
                bad(MARK, ":3,", ":1e999999999999,", OUT_OF_RANGE, "sequence").unseen(),
                bad(MARK, ":3,", ":9007199254740992,", OUT_OF_RANGE, "sequence"),
                bad(MARK, "\"value\"", "\"attempt\":-1,\"value\"", OUT_OF_RANGE, "mark.attempt"),
                bad(STARTERS, "\"bib\"", "\"startOrder\":0,\"bib\"", OUT_OF_RANGE, "startList[1].startOrder"),
                // kinds and payloads
                with("\"kind\":\"MARK\"", MISSING_FIELD, "mark"),
                with("\"kind\":\"RESULT_STATUS\"", MISSING_FIELD, "resultStatus"),
                with("\"kind\":\"WITHDRAWAL\",\"reason\":\"wrong athlete\"", MISSING_FIELD, "amends"),
                with("\"kind\":\"IRM\",\"irm\":{\"competitor\":\"A1\"}", MISSING_FIELD, "irm.irm"),
                with("\"kind\":\"TAKEOVER\",\"resultStatus\":\"LIVE\"", WRONG_PAYLOAD, "resultStatus"),
                bad(
                        MARK,
                        "\"kind\":\"MARK\"",
                        "\"kind\":\"MARK\",\"scheduleStatus\":\"RUNNING\"",
                        WRONG_PAYLOAD,
                        "scheduleStatus"),
                // amendments
                with("\"kind\":\"WITHDRAWAL\",\"amends\":2", REASON_MISSING, "reason"),
                with(
                        "\"kind\":\"RESULT_STATUS\",\"resultStatus\":\"LIVE\",\"amends\":2,\"reason\":null",
                        REASON_MISSING,
                        "reason"),
                with("\"kind\":\"WITHDRAWAL\",\"amends\":3,\"reason\":\"wrong athlete\"", AMENDS_NOTHING, "amends")
                        .unseen(),
                with("\"kind\":\"WITHDRAWAL\",\"amends\":0,\"reason\":\"wrong athlete\"", OUT_OF_RANGE, "amends"));
    }

    /** A good line in which a text was replaced by another. */
    private static BadLine bad(String good, String text, String replacement, Reason reason, String field) {
        return new BadLine(good.replace(text, replacement), reason, field, true);
    }

    private static BadLine with(String rest, Reason reason, String field) {
        return new BadLine(HEAD + "," + rest + "}", reason, field, true);
    }

    private BadLine unseen() {
        return new BadLine(line, reason, field, false);
    }

    @Override
    public String toString() {
        return reason + " " + field + ": " + line;
    }
}
