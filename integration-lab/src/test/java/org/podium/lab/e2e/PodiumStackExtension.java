package org.podium.lab.e2e;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.podium.lab.containers.ContainerStack;
import org.podium.lab.recording.Recording;
import org.podium.lab.recording.Recordings;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.Stack;
import org.podium.model.id.VenueCode;

/**
 * Starts one stack when the first test needs it, and stops it after the last test of the JVM. With
 * {@code -Dpodium.stack=containers}, as {@code -Pcontainers} sets it, each part of the stack is a container.
 */
final class PodiumStackExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PodiumStackExtension.class);
    private static final AtomicInteger COMPETITIONS = new AtomicInteger();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stack.class || type == Competition.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Stack stack = test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(SharedStack.class, key -> new SharedStack(), SharedStack.class)
                .stack;
        return parameter.getParameter().getType() == Stack.class
                ? stack
                : test.getStore(NAMESPACE)
                        .getOrComputeIfAbsent(
                                Competition.class,
                                key -> Competition.open("IT-" + COMPETITIONS.incrementAndGet(), stack),
                                Competition.class);
    }

    private static final class SharedStack implements AutoCloseable {

        private final DataDirectory data = DataDirectory.temporary();
        private final Stack stack;

        SharedStack() {
            List<VenueCode> venues = Recordings.load().stream()
                    .map(Recording::definition)
                    .map(definition -> VenueCode.parse(definition.getVenue()))
                    .distinct()
                    .toList();
            try {
                stack = start(new Stack.Plan(data, venues, 0));
            } catch (InterruptedException e) {
                data.close();
                throw new IllegalStateException("Interrupted while the stack started", e);
            } catch (RuntimeException e) {
                data.close();
                throw e;
            }
        }

        private static Stack start(Stack.Plan plan) throws InterruptedException {
            String kind = System.getProperty("podium.stack", "embedded");
            return switch (kind) {
                case "embedded" -> Stack.start(plan, step -> {}, why -> {});
                case "containers" -> ContainerStack.start(plan);
                default -> throw new IllegalArgumentException("There is no stack '" + kind + "'");
            };
        }

        @Override
        public void close() {
            stack.close();
            data.close();
        }
    }
}
