package org.podium.operations.deploy;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Answers of Kafka's admin client. */
final class Answers {

    private Answers() {}

    /**
     * Waits for the answer; its client bounds how long.
     *
     * @throws org.apache.kafka.common.KafkaException when the cluster does not answer or refuses
     */
    static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
