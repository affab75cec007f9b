package org.podium.operations.endpoint;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Named checks, of which all have to pass. A check answers at once from what the service knows and asks nobody. May be
 * used from any thread.
 */
public final class Checks {

    private final Map<String, Supplier<Check>> checks = new ConcurrentHashMap<>();

    /** What a check says. */
    public record Check(boolean passes, String sentence) {

        /** It passes; the sentence says what is so. */
        public static Check passed(String sentence) {
            return new Check(true, sentence);
        }

        /** It does not pass; the sentence says what is missing. */
        public static Check failed(String sentence) {
            return new Check(false, sentence);
        }
    }

    /** Adds a check, or replaces the one with that name. */
    public void add(String name, Supplier<Check> check) {
        checks.put(name, check);
    }

    /** What each check says now, by name. A check that throws has failed. */
    Map<String, Check> ask() {
        Map<String, Check> answers = new TreeMap<>();
        checks.forEach((name, check) -> answers.put(name, ask(check)));
        return answers;
    }

    private static Check ask(Supplier<Check> check) {
        try {
            return check.get();
        } catch (RuntimeException e) {
            return Check.failed(e.toString());
        }
    }
}
