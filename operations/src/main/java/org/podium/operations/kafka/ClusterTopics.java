package org.podium.operations.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.StartException;

/** What Kafka tells of topics that a service cannot start without. */
public final class ClusterTopics {

    private ClusterTopics() {}

    /**
     * Asks for all of these topics, once.
     *
     * @param admin settings of the admin client that asks
     * @param patience how long the cluster may take to answer
     * @return by their names
     * @throws StartException when the cluster does not answer, a topic is missing, or may not be seen
     */
    public static Map<String, TopicDescription> describe(
            Collection<String> names, Map<String, Object> admin, Duration patience) {
        try (Admin client = Admin.create(admin)) {
            return client.describeTopics(names).allTopicNames().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unseen(names, Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw new StartException(
                    ExitCode.UNAVAILABLE,
                    "Kafka did not tell of its topics within %s; check that it runs and podium.kafka.bootstrap-servers"
                            .formatted(patience),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException(ExitCode.UNAVAILABLE, "interrupted while asking Kafka for its topics", e);
        }
    }

    private static StartException unseen(Collection<String> names, Throwable cause) {
        if (cause instanceof UnknownTopicOrPartitionException) {
            return new StartException(
                    ExitCode.UNAVAILABLE,
                    "one of the topics %s is missing (%s); run './podium topics apply' with the same podium.venues"
                            .formatted(names, cause.getMessage()),
                    cause);
        }
        return StartException.explain(cause)
                .orElseGet(() -> new StartException(
                        ExitCode.UNAVAILABLE,
                        "Kafka does not show the topics %s: %s".formatted(names, cause.getMessage()),
                        cause));
    }
}
