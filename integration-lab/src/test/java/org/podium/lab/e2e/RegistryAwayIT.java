package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.podium.lab.stack.Stack;
import org.podium.model.wire.ResultStatus;

/** Nobody needs the registry once schemas are loaded. */
@PodiumStack
class RegistryAwayIT {

    private final Sprint sprint = Sprint.inCharge();

    @Test
    void resultsComeWhileTheRegistryIsGoneAndAfterItCameBack(Competition competition, Stack stack) throws Exception {
        competition.define(Sprint.definition());
        competition.take(sprint.startList());
        competition.take(sprint.status(ResultStatus.START_LIST));
        competition.awaitResult(competition.unit(Sprint.RSC), result -> result.status() == ResultStatus.START_LIST);

        stack.infrastructure().killRegistry();
        try {
            competition.take(sprint.status(ResultStatus.LIVE));
            competition.take(sprint.time("R2", "9.88"));
            competition.awaitResult(
                    competition.unit(Sprint.RSC),
                    result -> result.lines().getFirst().text().equals("9.88"));
        } finally {
            stack.infrastructure().restartRegistry();
        }

        competition.take(sprint.time("R1", "9.87"));
        competition.awaitResult(
                competition.unit(Sprint.RSC),
                result -> result.lines().getFirst().text().equals("9.87"));
        assertThat(competition.rejects()).isEmpty();
    }
}
