package org.podium.lab.reader;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.StringJoiner;

/** Puts the lines of a server-sent event stream together (WHATWG HTML, section 9.2.6). */
public final class SseParser {

    private final InstantSource clock;
    private StringJoiner text = new StringJoiner("\n");
    private boolean hasText;
    private String name = "message";
    private String id;
    private Duration retry = Duration.ZERO;

    /** Goes on after an event with this id; empty at the first connection. */
    public SseParser(InstantSource clock, String lastId) {
        this.clock = clock;
        this.id = lastId;
    }

    /** Takes the next line; the event that it completes. */
    public Optional<SseEvent> line(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
        switch (field) {
            case "event" -> name = value;
            case "data" -> {
                text.add(value);
                hasText = true;
            }
            case "id" -> id = value;
            case "retry" -> retry = Duration.ofMillis(Long.parseLong(value));
            default -> {
                // A comment, which begins with the colon, or a field that does not concern us.
            }
        }
        return Optional.empty();
    }

    private Optional<SseEvent> complete() {
        Optional<SseEvent> event =
                hasText ? Optional.of(new SseEvent(name, text.toString(), id, clock.instant())) : Optional.empty();
        restart();
        return event;
    }

    /** Forgets an event that was not completed, since the stream has ended. */
    public void restart() {
        text = new StringJoiner("\n");
        hasText = false;
        name = "message";
    }

    /** How long to wait before coming back, as the stream said last; zero when it did not. */
    Duration retry() {
        return retry;
    }

    /** Id to go on from after the stream has ended. */
    public String lastId() {
        return id;
    }
}
