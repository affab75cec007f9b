package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.podium.lab.protocol.ProtocolCheck;
import org.podium.lab.protocol.ProtocolCheck.Finding;
import org.podium.lab.replay.Simulated;
import org.podium.lab.stack.Stack;

/** The gateway of a whole system keeps what docs/protocol.md promises. */
@PodiumStack
class ProtocolIT {

    private static final int UNITS = 4;
    private static final Duration LENGTH = Duration.ofSeconds(2);

    @Test
    void keepsEveryPromise(Competition competition, Stack stack) throws Exception {
        competition.play(competition.timetable(
                Simulated.units(UNITS, competition.code(), stack.plan().venues(), LENGTH)));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> competition.official() == UNITS);

        List<Finding> findings = ProtocolCheck.of(stack.gatewayAddress(), finding -> {});

        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.instead()).as(finding.promise()).isEmpty());
    }
}
