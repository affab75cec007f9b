package org.podium.streams.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.RecordMark;
import org.podium.model.wire.RejectReason;
import org.podium.streams.validate.Checked;
import org.podium.streams.validate.Placement;
import org.podium.streams.validate.SourceRecord;

class RecordListCheckTest {

    private static final String EVENT = "ATHM100M--------------";

    private final RecordListCheck check = new RecordListCheck(new Placement(FeedFlag.PRODUCTION, 1));

    @Test
    void takesAListInItsOrder() {
        Checked<RecordBook> checked = check(list(mark("WR", 9_580_000), of(mark("NR", 9_800_000), "XAA")));

        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Accepted.class,
                        accepted -> assertThat(((RecordBook) accepted.value()).references())
                                .extracting(RecordBook.Reference::type)
                                .containsExactly("WR", "NR"));
    }

    @Test
    void reportsAllThatIsWrongTogether() {
        RecordList bad = RecordList.newBuilder(list(
                        mark("world", 9_580_000),
                        mark("OR", 0),
                        mark("PB", 9_900_000),
                        of(mark("NR", 9_800_000), "X1"),
                        mark("WR", 9_580_000),
                        mark("WR", 9_590_000)))
                .setKind(MarkKind.SPLIT)
                .build();

        assertThat(check(bad)).isInstanceOfSatisfying(Checked.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RejectReason.INVALID_DEFINITION);
            assertThat(refused.sentence())
                    .contains("kind SPLIT")
                    .contains("type 'world'")
                    .contains("OR: a mark is above 0")
                    .contains("PB: whose best")
                    .contains("NR of X1")
                    .contains("WR is there twice");
        });
    }

    @Test
    void refusesAListOfAnotherFeedOrUnderAnotherKey() {
        RecordList test = RecordList.newBuilder(list()).setFeed(FeedFlag.TEST).build();
        assertThat(check(test))
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.WRONG_FEED));
        assertThat(check.check(list(), record("OG2024/ATHW100M--------------")))
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.WRONG_KEY));
    }

    private Checked<RecordBook> check(RecordList list) {
        return check.check(list, record("OG2024/" + EVENT));
    }

    private static SourceRecord record(String key) {
        return new SourceRecord("reference.records", 0, 0, 0, key.getBytes(UTF_8), new byte[1]);
    }

    private static RecordList list(RecordMark... marks) {
        return RecordList.newBuilder()
                .setCompetition("OG2024")
                .setEvent(EVENT)
                .setFeed(FeedFlag.PRODUCTION)
                .setKind(MarkKind.TIME)
                .setMarks(List.of(marks))
                .build();
    }

    private static RecordMark mark(String type, long millionths) {
        return RecordMark.newBuilder().setType(type).setMark(millionths).build();
    }

    private static RecordMark of(RecordMark mark, String organisation) {
        return RecordMark.newBuilder(mark)
                .setOrganisations(List.of(organisation))
                .build();
    }
}
