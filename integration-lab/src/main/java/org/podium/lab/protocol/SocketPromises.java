package org.podium.lab.protocol;

import static org.podium.lab.protocol.Promise.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.podium.lab.protocol.Promise.Broken;

/** What is promised about WebSockets. */
final class SocketPromises {

    private static final int NORMAL = 1000;
    private static final int MALFORMED = 4400;

    private SocketPromises() {}

    static List<Promise> all() {
        return List.of(
                new Promise("a WebSocket with a query brings what server-sent events bring", SocketPromises::same),
                new Promise("a WebSocket takes a hello with a position and resumes", SocketPromises::hello),
                new Promise("a WebSocket changes its subscription", SocketPromises::subscribe),
                new Promise(
                        "a WebSocket ends with code and advice on what it does not understand",
                        SocketPromises::malformed),
                new Promise("a WebSocket answers pings and closes", SocketPromises::control));
    }

    private static void same(Served gateway) throws IOException, InterruptedException, Broken {
        Set<String> events = new TreeSet<>();
        for (JsonNode frame : gateway.stream(
                        "/v1/stream?detail=summary",
                        seen -> seen.events().stream()
                                .anyMatch(event -> event.text().startsWith("{\"part\":\"complete\"")))
                .data("snapshot")) {
            events.add(subject(frame));
        }
        Set<String> messages = new TreeSet<>();
        try (Talk talk = gateway.socket("/v1/stream?detail=summary")) {
            require(talk.subprotocol().equals("podium.v1"), "the subprotocol is '%s'".formatted(talk.subprotocol()));
            List<String> all = talk.until(Talk::isComplete);
            require(all.getFirst().startsWith("{\"type\":\"hello\""), "first came %s".formatted(all.getFirst()));
            for (String message : all) {
                if (message.startsWith("{\"type\":\"snapshot\"")) {
                    messages.add(subject(Served.json(message)));
                }
            }
        }
        // What is new by the time of the second snapshot is no fault.
        require(messages.containsAll(events), "server-sent events bring more");
    }

    private static String subject(JsonNode frame) {
        JsonNode document = frame.path(frame.path("part").asText());
        return frame.path("part").asText() + " " + document.path("competition").asText() + " "
                + document.path("unit").asText() + document.path("event").asText()
                + document.path("organisation").asText();
    }

    private static void hello(Served gateway) throws IOException, InterruptedException, Broken {
        String position;
        try (Talk talk = gateway.socket("/v1/stream")) {
            talk.say("{\"type\":\"hello\",\"detail\":\"summary\"}");
            String told = talk.until(message -> message.startsWith("{\"type\":\"position\""))
                    .getLast();
            position = Served.json(told).path("position").asText();
        }
        try (Talk talk = gateway.socket("/v1/stream")) {
            talk.say("{\"type\":\"hello\",\"detail\":\"summary\",\"delivery\":\"every\",\"position\":\"%s\"}"
                    .formatted(position));
            String hello = talk.until(message -> true).getFirst();
            require(Served.json(hello).path("resumed").asBoolean(), "it did not resume: %s".formatted(hello));
        }
    }

    private static void subscribe(Served gateway) throws IOException, InterruptedException, Broken {
        try (Talk talk = gateway.socket("/v1/stream?medals=only")) {
            talk.until(Talk::isComplete);
            talk.say("{\"type\":\"subscribe\",\"detail\":\"summary\",\"medals\":\"yes\"}");
            List<String> answer = talk.until(Talk::isComplete);
            require(
                    answer.stream().anyMatch(message -> message.contains("SUBSCRIPTION_CHANGED")),
                    "it was not told that it starts anew");
            require(answer.size() > 2, "no snapshot of the new subscription came");
        }
    }

    private static void malformed(Served gateway) throws IOException, InterruptedException, Broken {
        for (String message :
                List.of("no json", "[]", "{\"type\":\"hello\",\"unit\":\"x\"}", "{\"type\":\"subscribe\"}")) {
            try (Talk talk = gateway.socket("/v1/stream")) {
                talk.say(message);
                List<String> goodbye = talk.until(said -> said.startsWith("{\"type\":\"goodbye\""));
                JsonNode last = Served.json(goodbye.getLast());
                require(!last.path("comeBack").asBoolean(true), "it is told to come back with %s".formatted(message));
                require(!last.path("advice").asText().isEmpty(), "it is not told what to do");
                int code = talk.untilClosed();
                require(code == MALFORMED, "%s was answered with the code %d".formatted(message, code));
            }
        }
    }

    private static void control(Served gateway) throws IOException, InterruptedException, Broken {
        try (Talk talk = gateway.socket("/v1/stream?medals=only")) {
            talk.ping();
            talk.untilPong();
            talk.sayGoodbye();
            int code = talk.untilClosed();
            require(code == NORMAL, "a close was answered with the code %d".formatted(code));
        }
    }
}
