package org.podium.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.Topic.KeyKind;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.Result;

class TopicCatalogueTest {

    private final TopicCatalogue catalogue =
            new TopicCatalogue(List.of(new VenueCode("STA"), new VenueCode("BER"), new VenueCode("STA")));

    @Test
    void hasOneTopicAVenueInTheOrderOfTheirCodes() {
        assertThat(catalogue.venueTopics())
                .extracting(Topic::name)
                .containsExactly("venue.BER.events", "venue.STA.events");
    }

    @Test
    void hasAllTopicsOnce() {
        assertThat(catalogue.all())
                .extracting(Topic::name)
                .containsExactly(
                        "venue.BER.events",
                        "venue.STA.events",
                        "desk.events",
                        "replay.events",
                        "reference.units",
                        "reference.events",
                        "reference.records",
                        "results.feed",
                        "results.units",
                        "results.medals",
                        "results.events",
                        "results.rejected");
    }

    @Test
    void aVenuesTopicIsWrittenByThatVenueAlone() {
        assertThat(catalogue.venueTopics())
                .extracting(topic -> topic.writtenBy().principal())
                .containsExactly("venue-BER", "venue-STA");
    }

    @Test
    void broadcastersReadResultsAndNothingElse() {
        assertThat(catalogue.all())
                .filteredOn(topic -> topic.readBy().contains(Party.BROADCASTER))
                .extracting(Topic::name)
                .containsExactly("results.feed", "results.units", "results.medals", "results.events");
        assertThat(catalogue.all()).extracting(Topic::writtenBy).doesNotContain(Party.BROADCASTER);
    }

    @Test
    void keepsTheNewestOfWhatAReaderStartsFromAndEveryVersionOfTheRest() {
        assertThat(catalogue.all())
                .filteredOn(Topic::compacted)
                .extracting(Topic::name)
                .containsExactly(
                        "reference.units",
                        "reference.events",
                        "reference.records",
                        "results.units",
                        "results.medals",
                        "results.events");
        assertThat(TopicCatalogue.RESULTS_FEED.retention()).contains(Duration.ofDays(14));
    }

    @Test
    void keepsWhatVenuesSaidFromTheFirstDayOfAGamesToAWeekAfterItsLast() {
        assertThat(catalogue.all())
                .filteredOn(topic -> topic.name().matches("venue\\..*|replay\\.events"))
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        topic -> assertThat(topic.retention().orElseThrow()).isGreaterThan(Duration.ofDays(19 + 7)));
    }

    @Test
    void keepsDecisionsOfTheDeskForAsLongAsMedalsAreTakenBack() {
        assertThat(TopicCatalogue.DESK_EVENTS.retention().orElseThrow()).isGreaterThan(Duration.ofDays(3_650));
    }

    @Test
    void feedAndNewestResultsAreKeyedByUnit() {
        assertThat(List.of(TopicCatalogue.RESULTS_FEED, TopicCatalogue.RESULTS_UNITS))
                .allSatisfy(topic -> {
                    assertThat(topic.key()).isEqualTo(KeyKind.UNIT);
                    assertThat(topic.value()).isEqualTo(Result.getClassSchema());
                });
    }

    @Test
    void aRejectHasRoomForTheLargestRecordOfAnyOtherTopic() {
        assertThat(catalogue.all())
                .filteredOn(topic -> !topic.value().equals(RejectedEvent.getClassSchema()))
                .allSatisfy(topic -> assertThat(topic.maxMessageBytes())
                        .isLessThan(TopicCatalogue.RESULTS_REJECTED.maxMessageBytes()));
    }
}
