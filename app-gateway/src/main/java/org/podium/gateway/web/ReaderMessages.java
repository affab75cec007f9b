package org.podium.gateway.web;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.podium.gateway.stream.Dialogue;
import org.podium.gateway.subscription.Subscription;

/**
 * Messages of readers on a WebSocket: a JSON object whose {@code type} is {@code hello} or {@code subscribe}, and whose
 * other members are the parameters of a stream's query, each a text or a list of texts.
 */
final class ReaderMessages implements Dialogue {

    private static final String TYPE = "type";
    private static final String POSITION = "position";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Wishes wishes;
    private final Consumer<Subscription> allowed;

    /** @param allowed throws a problem for what the reader may not have */
    ReaderMessages(Wishes wishes, Consumer<Subscription> allowed) {
        this.wishes = wishes;
        this.allowed = allowed;
    }

    @Override
    public Heard hear(byte[] message) {
        try {
            return heard(MAPPER.readTree(message));
        } catch (Problem problem) {
            String advice = String.valueOf(problem.getMessage());
            return problem.status() == Problem.BAD_REQUEST ? new NotUnderstood(advice) : new NotAllowed(advice);
        } catch (IOException notJson) {
            return new NotUnderstood("a message is a JSON object, and this is none");
        }
    }

    private Heard heard(JsonNode message) {
        if (!message.isObject()) {
            return new NotUnderstood("a message is a JSON object, and this is none");
        }
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        for (var member : message.properties()) {
            if (!member.getKey().equals(TYPE)) {
                add(parameters, member.getKey(), member.getValue());
            }
        }
        Query query = Query.of(parameters, Wishes.PARAMETERS);
        return switch (message.path(TYPE).asText("")) {
            case "hello" ->
                new Hello(subscription(query), query.single(POSITION).map(Wishes::position));
            case "subscribe" -> {
                if (query.single(POSITION).isPresent()) {
                    throw Problem.badRequest("a position belongs into the hello: a new subscription starts anew");
                }
                yield new Subscribe(subscription(query));
            }
            default -> new NotUnderstood("'type' has to be hello or subscribe");
        };
    }

    private Subscription subscription(Query query) {
        Subscription subscription = wishes.subscription(query);
        allowed.accept(subscription);
        return subscription;
    }

    private static void add(MultiMap parameters, String name, JsonNode value) {
        if (value.isTextual()) {
            parameters.add(name, value.textValue());
        } else if (value.isArray()) {
            for (JsonNode each : value) {
                if (!each.isTextual()) {
                    throw Problem.badRequest("'%s' has to be a text or a list of texts".formatted(Query.shown(name)));
                }
                parameters.add(name, each.textValue());
            }
        } else {
            throw Problem.badRequest("'%s' has to be a text or a list of texts".formatted(Query.shown(name)));
        }
    }

    /** What the query asks for; empty when it asks for nothing, and the reader will say hello. */
    Optional<Hello> inQuery(Query query, Optional<String> position) {
        return query.isEmpty() && position.isEmpty() ? Optional.empty() : Optional.of(hello(query, position));
    }

    /** What the query asks for. */
    Hello hello(Query query, Optional<String> position) {
        return new Hello(subscription(query), position.map(Wishes::position));
    }
}
