package org.podium.lab.protocol;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds out which promises of the protocol a running gateway keeps. */
public final class ProtocolCheck {

    private ProtocolCheck() {}

    /**
     * What became of a promise.
     *
     * @param promise what is promised
     * @param instead what happened instead; empty when it is kept
     */
    public record Finding(String promise, Optional<String> instead) {

        /** True when the gateway keeps the promise. */
        public boolean kept() {
            return instead.isEmpty();
        }
    }

    /**
     * Checks a gateway, which has to hold a competition.
     *
     * @param gateway where it is, such as {@code http://localhost:8080}
     * @param each told of each finding as it is made
     */
    public static List<Finding> of(URI gateway, Consumer<Finding> each) throws InterruptedException {
        List<Promise> promises = Stream.of(ResourcePromises.all(), StreamPromises.all(), SocketPromises.all())
                .flatMap(List::stream)
                .toList();
        List<Finding> findings = new ArrayList<>();
        try (Served served = new Served(gateway)) {
            for (Promise promise : promises) {
                Finding finding = new Finding(promise.text(), instead(promise, served));
                each.accept(finding);
                findings.add(finding);
            }
        }
        return findings;
    }

    private static Optional<String> instead(Promise promise, Served gateway) throws InterruptedException {
        try {
            promise.check().hold(gateway);
            return Optional.empty();
        } catch (Promise.Broken | IOException e) {
            return Optional.of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }
}
