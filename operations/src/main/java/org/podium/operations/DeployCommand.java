package org.podium.operations;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
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
        ExitCode topics = topics(settings, deadline, out);
        if (topics != ExitCode.OK) {
            return topics;
        }
        ExitCode access = AccessCommand.apply(settings, out);
        if (access != ExitCode.OK) {
            return access;
        }
        return schemas(settings, deadline, out);
    }

    /** Brokers that start together answer before all of them are there: too few for as many copies as are wanted. */
    private static ExitCode topics(DeploySettings settings, long deadline, PrintWriter out)
            throws InterruptedException {
        while (true) {
            try {
                return TopicsCommand.apply(settings, out);
            } catch (TimeoutException | InvalidReplicationFactorException e) {
                pauseOrThrow(e, deadline);
            }
        }
    }

    /** The registry keeps its schemas in topics that it may touch only now: it may still be on its way. */
    private static ExitCode schemas(DeploySettings settings, long deadline, PrintWriter out)
            throws InterruptedException {
        while (true) {
            try {
                return SchemasCommand.register(settings, out);
            } catch (RegistryUnavailableException e) {
                pauseOrThrow(e, deadline);
            }
        }
    }

    private static void pauseOrThrow(RuntimeException failure, long deadline) throws InterruptedException {
        if (System.nanoTime() > deadline) {
            throw failure;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
}
