package org.podium.lab.stack;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs the main method of another class, and ends the JVM as soon as standard input does. The parent holds the other
 * end of that pipe and never writes to it: the operating system closes it with the parent, also when the parent is
 * killed, so that this process never outlives it. {@link Process#destroy} closes it, too: who wants the process to end
 * in order asks by {@link ProcessHandle#destroy}. Runs in the child's JVM and uses nothing but the JDK.
 */
public final class TetheredMain {

    private TetheredMain() {}

    /** First argument: the class whose main is run with the rest. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("tether").start(TetheredMain::endWithStandardInput);
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(arguments[0] + " failed", e.getCause());
        }
    }

    private static void endWithStandardInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is expected; whatever comes is passed over.
            }
        } catch (IOException e) {
            // A broken pipe is an end, too.
        }
        Runtime.getRuntime().halt(0);
    }
}
