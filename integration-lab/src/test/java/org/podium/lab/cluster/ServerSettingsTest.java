package org.podium.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.smallrye.config.WithDefault;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.podium.operations.kafka.KafkaSettings;
import org.podium.operations.kafka.ServerProperties;

/** Holds what brokers and controllers are set to against Kafka, and against what depends on each other. */
class ServerSettingsTest {

    @Test
    void kafkaTakesTheValues() {
        Properties broker = ServerProperties.broker();
        broker.putAll(Map.of(
                "process.roles", "broker",
                "node.id", "1",
                "controller.quorum.voters", "101@127.0.0.1:1",
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:2"));

        assertThatNoException().isThrownBy(() -> new KafkaConfig(broker));
    }

    @Test
    void controllersCountSessionsAsBrokersDo() {
        Map<Object, Object> shared = new HashMap<>(ServerProperties.broker());
        shared.keySet().retainAll(ServerProperties.controller().keySet());

        assertThat(shared)
                .isNotEmpty()
                .allSatisfy((name, value) ->
                        assertThat(ServerProperties.controller()).containsEntry(name, value));
    }

    /**
     * The one who creates a topic decides, and that is a controller: a changelog with one copy dies with its broker.
     */
    @Test
    void topicsThatDoNotSayHowManyCopiesTheyHaveGetThree() {
        assertThat(ServerProperties.controller())
                .containsEntry("default.replication.factor", "3")
                .containsEntry("min.insync.replicas", "2");
    }

    /** What is not compacted is read by a coordinator that takes over, and everything waits for that. */
    @Test
    void whatACoordinatorReadsStaysShort() {
        assertThat(number("transaction.state.log.segment.bytes")).isLessThanOrEqualTo(1 << 20);
        assertThat(number("offsets.topic.segment.bytes")).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void aBrokerMayMissTwoHeartbeats() {
        assertThat(number("broker.session.timeout.ms")).isGreaterThan(3 * number("broker.heartbeat.interval.ms"));
    }

    /**
     * Or the next controller counts a broker as dead that still waits for the last one: it has to hear of the next one
     * and send it a heartbeat, and half of a session is not too much for that on a busy machine.
     */
    @Test
    void aControllerThatHangsIsGivenUpWithinASession() {
        assertThat(number("controller.quorum.request.timeout.ms"))
                .isLessThanOrEqualTo(number("broker.session.timeout.ms") / 2);
    }

    /** A broker looks for what is overdue once in a request timeout; who waits for it must not give it up meanwhile. */
    @Test
    void aBrokerThatHangsIsGivenUpTwiceOverBeforeProducersGiveUpWhoWaitsForIt() throws Exception {
        assertThat(2 * number("request.timeout.ms")).isLessThan(producerRequestTimeout());
        assertThat(3 * number("replica.fetch.wait.max.ms")).isLessThanOrEqualTo(number("request.timeout.ms"));
    }

    /**
     * A leader answers when the copy that hangs is out of sync, which it is after its session. Controllers look four
     * times a session for those that are over.
     */
    @Test
    void producersWaitLongerThanALeaderForACopyThatHangs() throws Exception {
        assertThat(producerRequestTimeout())
                .isGreaterThan(number("broker.session.timeout.ms") * 5 / 4 + number("broker.heartbeat.interval.ms"));
    }

    private static int producerRequestTimeout() throws NoSuchMethodException {
        String value = KafkaSettings.class
                .getMethod("producerRequestTimeout")
                .getAnnotation(WithDefault.class)
                .value();
        return Integer.parseInt(value.substring(0, value.indexOf("ms")));
    }

    @Test
    void everyCallGivesPropertiesOfItsOwn() {
        ServerProperties.broker().clear();

        assertThat(ServerProperties.broker()).isNotEmpty();
    }

    private static int number(String name) {
        return Integer.parseInt(ServerProperties.broker().getProperty(name));
    }
}
