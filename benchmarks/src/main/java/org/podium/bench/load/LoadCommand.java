package org.podium.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.podium.bench.machine.ProcessUsage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The load generator's command line: readers of any URL that somebody else publishes to. */
@Command(
        name = "load",
        description = {
            "Connects many readers to an SSE (http, https) or WebSocket (ws, wss) URL, and says how old messages were when",
            "they arrived, counted from the intended send time that they carry, and what the server used. Somebody else publishes,",
            "such as './podium bench publish'."
        })
public final class LoadCommand implements Callable<Integer> {

    private static final double MILLION = 1_000_000;
    private static final double KIB = 1_024;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "What every reader asks for.")
    @SuppressWarnings("NullAway.Init") // required
    private URI url;

    @Option(names = "--readers", defaultValue = "1000", description = "How many read (default: ${DEFAULT-VALUE}).")
    private int readers;

    @Option(
            names = "--stalled",
            defaultValue = "0",
            description = "How many more connect and never read (default: none).")
    private int stalled;

    @Option(
            names = "--warm-up",
            defaultValue = "PT5S",
            description =
                    "Time between the last connection and the first message that counts (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Duration warmUp;

    @Option(
            names = "--duration",
            defaultValue = "PT20S",
            description = "Messages meant to be sent in this time count (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Duration duration;

    @Option(
            names = "--settle",
            defaultValue = "PT3S",
            description = "How long late messages are waited for after that (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Duration settle;

    @Option(names = "--storm", description = "Halfway, cut all readers at once; they come back at once and resume.")
    private boolean storm;

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            description = "A request header, such as 'Authorization: Bearer TOKEN'; may be repeated.")
    private List<String> headers = List.of();

    @Option(names = "--subprotocol", description = "WebSocket subprotocol.")
    private @Nullable String subprotocol;

    @Option(names = "--greeting", description = "Message that a WebSocket reader sends first; may be repeated.")
    private List<String> greetings = List.of();

    @Option(
            names = "--position-parameter",
            defaultValue = "position",
            description =
                    "Query parameter in which a WebSocket reader says where to resume (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String positionParameter;

    @Option(
            names = "--time-mark",
            description = "Text before the intended send time in ms since 1970 (default: Podium's).")
    private String timeMark = Marks.OF_PODIUM.time();

    @Option(names = "--subject-mark", description = "Text before the subject's name, in quotes (default: Podium's).")
    private String subjectMark = Marks.OF_PODIUM.subject();

    @Option(names = "--version-mark", description = "Text before the subject's version (default: Podium's).")
    private String versionMark = Marks.OF_PODIUM.version();

    @Option(names = "--subjects", defaultValue = "64", description = "Most subjects (default: ${DEFAULT-VALUE}).")
    private int subjects;

    @Option(
            names = "--transport",
            defaultValue = "EPOLL",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Transport transport;

    @Option(names = "--threads", defaultValue = "1", description = "Event loops (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--pid",
            description = "The server's process; its CPU time and memory, with its children's, are told.")
    private @Nullable Long pid;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all figures to this file as well.")
    private @Nullable Path json;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (pid != null && ProcessHandle.of(pid).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there is no process " + pid);
        }
        Target target = target();
        Load.Options options = new Load.Options(
                new Marks(timeMark, subjectMark, versionMark, Marks.OF_PODIUM.position()),
                transport,
                threads,
                subjects);
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> figures = new LinkedHashMap<>();
        try (Load load = new Load(target, options)) {
            long before = resident();
            int connected = load.connect(readers, false, Duration.ofMinutes(1));
            connected += load.connect(stalled, true, Duration.ofMinutes(1));
            long perConnection = (resident() - before) / Math.max(1, connected);
            out.printf("%d of %d connected%n", connected, readers + stalled);
            measure(load, figures);
            if (pid != null) {
                figures.put("bytesPerConnection", perConnection);
            }
            print(out, figures);
            if (json != null) {
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), figures);
            }
            return connected == readers + stalled ? 0 : 1;
        }
    }

    private Target target() {
        try {
            return new Target(url, headers, subprotocol, greetings, positionParameter, Target.SAME);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void measure(Load load, Map<String, Object> figures) throws InterruptedException {
        Thread.sleep(warmUp);
        long from = System.currentTimeMillis();
        load.count(from, from + duration.toMillis());
        ProcessUsage start = pid == null ? null : ProcessUsage.of(pid);
        Thread.sleep(duration.dividedBy(2));
        if (storm) {
            load.storm();
        }
        Thread.sleep(duration.dividedBy(2));
        Thread.sleep(settle);
        Seen seen = load.seen();
        figures.put("seen", seen);
        if (pid != null && start != null) {
            ProcessUsage end = ProcessUsage.of(pid);
            double seconds = end.cpuSince(start).toMillis()
                    / (double) Duration.ofSeconds(1).toMillis();
            figures.put("cpuSeconds", seconds);
            figures.put("cpuSecondsPerMillion", seconds * MILLION / Math.max(1, seen.messages()));
            figures.put("residentBytes", end.residentBytes());
        }
    }

    private long resident() {
        return pid == null ? 0 : ProcessUsage.of(pid).residentBytes();
    }

    private static void print(PrintWriter out, Map<String, Object> figures) {
        Seen seen = (Seen) figures.get("seen");
        if (seen != null) {
            out.printf("messages      %,d (%,d bytes)%n", seen.messages(), seen.bytes());
            out.printf(
                    "skipped %,d, duplicates %,d, backwards %,d; behind at the end: %d of %d readers%n",
                    seen.skipped(), seen.duplicates(), seen.backwards(), seen.behind(), seen.readers());
            out.printf("age           %s%n", seen.age());
            out.printf("newest        %s%n", seen.newest());
            if (seen.caughtUp().count() > 0) {
                out.printf("caught up     %s%n", seen.caughtUp());
            }
            seen.incidents().forEach((what, count) -> out.printf("%s: %d times%n", what, count));
        }
        if (figures.get("cpuSeconds") instanceof Double seconds
                && figures.get("cpuSecondsPerMillion") instanceof Double perMillion
                && figures.get("residentBytes") instanceof Long resident
                && figures.get("bytesPerConnection") instanceof Long perConnection) {
            out.printf(
                    Locale.ROOT,
                    "server        %.2f CPU s, %.2f a million messages; %.1f MiB resident, %.1f KiB a connection%n",
                    seconds,
                    perMillion,
                    resident / KIB / KIB,
                    perConnection / KIB);
        }
        out.flush();
    }
}
