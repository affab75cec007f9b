package org.podium.lab;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.podium.lab.chaos.ChaosCommand;
import org.podium.lab.conformance.ConformanceCommand;
import org.podium.lab.demo.DemoCommand;
import org.podium.lab.outside.SimulateCommand;
import org.podium.lab.protocol.ProtocolCommand;
import org.podium.operations.run.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher of the lab: {@code ./podium demo} and what else needs more than one service. */
@Command(
        name = "podium",
        description = "Podium on one machine.",
        subcommands = {
            DemoCommand.class,
            ConformanceCommand.class,
            ProtocolCommand.class,
            ChaosCommand.class,
            SimulateCommand.class
        })
final class PodiumLab {

    /** Long enough to close everything in order, short enough for someone who pressed Ctrl-C. */
    private static final long CLOSING_SECONDS = 8;

    private PodiumLab() {}

    /** Runs a command to its end and exits with its status; Ctrl-C and SIGTERM end it early, closing what it opened. */
    public static void main(String[] arguments) {
        CountDownLatch closed = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> interrupt(main, closed)));
        int status = run(arguments);
        closed.countDown();
        System.exit(status);
    }

    static int run(String[] arguments) {
        return Program.execute(new CommandLine(new PodiumLab()), arguments);
    }

    /**
     * The command runs on the main thread and closes what it opened when that is interrupted; the JVM waits for it
     * here.
     */
    private static void interrupt(Thread main, CountDownLatch closed) {
        main.interrupt();
        try {
            if (!closed.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "podium: not everything stopped within " + CLOSING_SECONDS + " s; ending all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
