package org.podium.gateway.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads server-sent events as a browser would: fields, an empty line after each event, the last id remembered. */
final class StreamReader implements AutoCloseable {

    /** An event that has data. */
    record Event(String name, String data) {}

    private final HttpResponse<Stream<String>> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile String lastId = "";

    StreamReader(HttpResponse<Stream<String>> response) {
        this.response = response;
        this.thread = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        List<String> block = new ArrayList<>();
        try {
            response.body().forEach(line -> {
                if (line.isEmpty()) {
                    dispatch(block);
                    block.clear();
                } else {
                    block.add(line);
                }
            });
        } catch (RuntimeException cut) {
            // The server closed the connection, or the test did: what came until then is there.
            block.clear();
        }
    }

    private void dispatch(List<String> block) {
        String name = "message";
        String data = "";
        for (String line : block) {
            int colon = line.indexOf(": ");
            String value = line.substring(colon + 2);
            switch (line.substring(0, colon)) {
                case "event" -> name = value;
                case "data" -> data = value;
                case "id" -> lastId = value;
                default -> {}
            }
        }
        if (!data.isEmpty()) {
            events.add(new Event(name, data));
        }
    }

    int status() {
        return response.statusCode();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** Data of the events with this name. */
    List<String> data(String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .map(Event::data)
                .toList();
    }

    String lastId() {
        return lastId;
    }

    boolean ended() {
        return !thread.isAlive();
    }

    @Override
    public void close() {
        response.body().close();
    }
}
