package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.lab.stack.Stack;
import org.podium.model.wire.ResultStatus;
import org.podium.operations.OperationsMain;
import org.podium.operations.run.ExitCode;

/** {@code podium rejects}, as the control room runs it. */
@PodiumStack
class RejectsIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Sprint sprint = Sprint.inCharge();

    @Test
    void printsWhatIsThere(Competition competition, Stack stack) throws Exception {
        sendTwoThatAreRejected(competition);

        assertThat(rejects(stack, "podium.rejects.since=1h").lines().filter(line -> isOf(line, competition)))
                .hasSize(2)
                .allMatch(line -> line.contains(" UNKNOWN_COMPETITOR ") && line.contains(" STA "))
                .satisfiesExactly(
                        first -> assertThat(first).contains("competitor Z8"),
                        second -> assertThat(second).contains("competitor Z9"));
        assertThat(rejects(stack, "podium.rejects.most=1")).hasLineCount(1);
        assertThat(rejects(stack, "podium.rejects.since=0s").lines().filter(line -> isOf(line, competition)))
                .isEmpty();
    }

    @Test
    void printsThoseThatCome(Competition competition, Stack stack) throws Exception {
        StringWriter printed = new StringWriter();
        Thread following = Thread.ofPlatform()
                .daemon()
                .start(() -> run(stack, new PrintWriter(printed), "podium.rejects.follow=true"));

        sendTwoThatAreRejected(competition);

        await().atMost(LIMIT)
                .until(() -> printed.toString()
                                .lines()
                                .filter(line -> isOf(line, competition))
                                .count()
                        == 2);
        following.interrupt();
        assertThat(following.join(LIMIT)).isTrue();
    }

    private void sendTwoThatAreRejected(Competition competition) throws Exception {
        competition.define(Sprint.definition());
        competition.take(sprint.startList());
        competition.take(sprint.status(ResultStatus.START_LIST));
        competition.take(sprint.status(ResultStatus.LIVE));
        competition.take(sprint.time("Z8", "9.80"));
        competition.take(sprint.time("Z9", "9.90"));
        competition.awaitReject(reject -> competition.code().equals(reject.getCompetition())
                && reject.getSentence().contains("Z9"));
    }

    private static boolean isOf(String line, Competition competition) {
        return line.contains(" " + competition.code() + "/");
    }

    private static String rejects(Stack stack, String setting) {
        StringWriter printed = new StringWriter();
        assertThat(run(stack, new PrintWriter(printed), setting)).isEqualTo(ExitCode.OK.status());
        return printed.toString();
    }

    private static int run(Stack stack, PrintWriter out, String setting) {
        List<String> arguments = new ArrayList<>(List.of("rejects"));
        for (String key : List.of(
                setting,
                "podium.kafka.bootstrap-servers=" + stack.infrastructure().bootstrapServers(),
                "podium.registry.address=" + stack.infrastructure().registryAddress())) {
            arguments.addAll(List.of("--set", key));
        }
        return OperationsMain.run(out, arguments.toArray(String[]::new));
    }
}
