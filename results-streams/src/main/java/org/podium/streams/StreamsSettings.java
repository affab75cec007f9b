package org.podium.streams;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.FeedFlag;
import org.podium.operations.config.Meaning;
import org.podium.operations.endpoint.EndpointSettings;
import org.podium.operations.kafka.KafkaSettings;
import org.podium.operations.kafka.RegistrySettings;
import org.podium.operations.run.LogSettings;

/** Configuration of {@code podium streams}. */
@ConfigMapping(prefix = "podium")
public interface StreamsSettings {

    KafkaSettings kafka();

    RegistrySettings registry();

    EndpointSettings admin();

    LogSettings log();

    @Meaning("Codes of the venues, with commas between; each has a topic of its own")
    List<VenueCode> venues();

    Streams streams();

    /** When a version counts as sent. */
    enum Guarantee {
        /** State, results and positions are committed together: none lost and none twice. */
        EXACTLY_ONCE,
        /** Results may come again after a crash, the same versions with the same content. */
        AT_LEAST_ONCE
    }

    /** What is the topology's own: {@code podium.streams.*}. */
    interface Streams {

        @Meaning("Name of the group of instances that share the work; of its transactions, stores and internal topics")
        @WithDefault("podium-results-streams")
        String applicationId();

        @Meaning("Which feed is processed; events of the other one are rejected")
        @WithDefault("production")
        FeedFlag feed();

        @Meaning("Directory of the stores; kept over a restart, so that an instance comes back within its transactions")
        @WithDefault("data/streams")
        Path stateDir();

        @Meaning("What happens to results in a crash")
        @WithDefault("exactly-once")
        Guarantee guarantee();

        @Meaning(
                "How often a transaction is committed; readers see a result when it is, so that it is most of the latency")
        @WithDefault("10ms")
        Duration commitInterval();

        @Meaning(
                "How long it may be until the next commit where commits take long, which then take at most half of a thread's time; with the request timeout less than the transaction timeout; left out, the commit interval holds however long they take")
        Optional<Duration> longestCommitInterval();

        @Meaning(
                "After how long the broker aborts a transaction that nobody ends; the others end that of an instance that died at once, so this is longer than what a broker's death may take")
        @WithDefault("15s")
        Duration transactionTimeout();

        @Meaning("After how long without a sign an instance counts as dead; the broker has to allow it")
        @WithDefault("900ms")
        Duration sessionTimeout();

        @Meaning(
                "How long a consumer waits for one answer of a broker; twice as long is less than the session, so that it finds who coordinates the group next before it counts as dead")
        @WithDefault("400ms")
        Duration consumerRequestTimeout();

        @Meaning("How often an instance gives a sign")
        @WithDefault("100ms")
        Duration heartbeatInterval();

        @Meaning("Other instances that keep a copy of the stores, ready to take over")
        @WithDefault("1")
        int standbyReplicas();

        @Meaning("Threads that process; a second one on two cores costs latency")
        @WithDefault("1")
        int threads();

        @Meaning(
                "Share of the heap for units that are decoded in memory; the others are read from the stores when something comes for them")
        @WithDefault("25")
        int decodedUnitsPercentage();

        @Meaning("File with the catalogue of disciplines; left out, it is the one that Podium brings")
        Optional<Path> catalogue();

        @Meaning("How long a record with a schema id not seen before waits for a registry that is away")
        @WithDefault("60s")
        Duration registryPatience();

        @Meaning(
                "How long made-up results may be ranked in memory before the instance joins, so that it is quick from its first real one; 0s for not at all")
        @WithDefault("5s")
        Duration dryRun();

        @Meaning("How long cluster and registry may take at the start to tell of topics and schemas")
        @WithDefault("30s")
        Duration startTimeout();
    }
}
