package org.podium.operations;

import java.io.PrintWriter;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TimeoutException;
import org.podium.model.serde.SchemaRegistry.RegistryUnavailableException;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.Patience;

/** What {@code podium deploy} does: topics, grants and schemas, in that order. Stops at the first that is refused. */
final class DeployCommand {

    private DeployCommand() {}

    /** Brings cluster and registry to what this build expects; repeating it changes nothing more. */
    static ExitCode run(DeploySettings settings, PrintWriter out) {
        Patience patience = Patience.of(settings.deploy().patience());
        ExitCode topics = patience.insist(DeployCommand::passes, () -> TopicsCommand.apply(settings, out));
        if (topics != ExitCode.OK) {
            return topics;
        }
        ExitCode access = patience.insist(DeployCommand::passes, () -> AccessCommand.apply(settings, out));
        if (access != ExitCode.OK) {
            return access;
        }
        return patience.insist(DeployCommand::passes, () -> SchemasCommand.register(settings, out));
    }

    /**
     * True while what a step needs is on its way. Brokers that start together answer late, and before all of them are
     * there, which is too few for as many copies as are wanted; and the registry keeps its schemas in topics that it
     * may touch only after the second step.
     */
    private static boolean passes(RuntimeException failure) {
        return failure instanceof TimeoutException
                || failure instanceof InvalidReplicationFactorException
                || failure instanceof RegistryUnavailableException;
    }
}
