package org.podium.operations;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TimeoutException;
import org.podium.model.serde.SchemaRegistry.RegistryUnavailableException;
import org.podium.operations.run.ExitCode;

/** What {@code podium deploy} does: topics, grants and schemas, in that order. Stops at the first that is refused. */
final class DeployCommand {

    private static final long PAUSE_MILLIS = 500;

    private DeployCommand() {}

    /** Brings cluster and registry to what this build expects; repeating it changes nothing more. */
    static ExitCode run(DeploySettings settings, PrintWriter out) throws InterruptedException {
        long deadline = System.nanoTime() + settings.deploy().patience().toNanos();
        ExitCode topics = insist(deadline, () -> TopicsCommand.apply(settings, out));
        if (topics != ExitCode.OK) {
            return topics;
        }
        ExitCode access = insist(deadline, () -> AccessCommand.apply(settings, out));
        if (access != ExitCode.OK) {
            return access;
        }
        return insist(deadline, () -> SchemasCommand.register(settings, out));
    }

    /**
     * Does a step again while what it needs is on its way. Brokers that start together answer late, and before all of
     * them are there, which is too few for as many copies as are wanted; and the registry keeps its schemas in topics
     * that it may touch only after the second step.
     */
    private static ExitCode insist(long deadline, Supplier<ExitCode> step) throws InterruptedException {
        while (true) {
            try {
                return step.get();
            } catch (TimeoutException | InvalidReplicationFactorException | RegistryUnavailableException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
