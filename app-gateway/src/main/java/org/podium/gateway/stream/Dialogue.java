package org.podium.gateway.stream;

import java.util.Optional;
import org.podium.gateway.board.Position;
import org.podium.gateway.subscription.Subscription;

/** Understands what a reader says on a WebSocket. */
@FunctionalInterface
public interface Dialogue {

    /** What the message, UTF-8, says. */
    Heard hear(byte[] message);

    /** A message of a reader. */
    sealed interface Heard {}

    /** The first one: what the reader wants, and where it resumes. */
    record Hello(Subscription subscription, Optional<Position> position) implements Heard {}

    /** From now on, the reader wants this. */
    record Subscribe(Subscription subscription) implements Heard {}

    /** The message is none of these; the advice says what it has to be. */
    record NotUnderstood(String advice) implements Heard {}

    /** The reader may not have what the message asks for; the advice says what it lacks. */
    record NotAllowed(String advice) implements Heard {}
}
