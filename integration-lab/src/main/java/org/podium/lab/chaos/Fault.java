package org.podium.lab.chaos;

/**
 * Something that goes wrong.
 *
 * @param name short, as in {@code --only}
 * @param what for people
 * @param quick true when it is one of the few of a quick campaign
 * @param deed does it, and puts everything right again
 */
record Fault(String name, String what, boolean quick, Deed deed) {

    /** What is done; returns when the fault is over, which need not mean that everything is as before. */
    @FunctionalInterface
    interface Deed {
        void on(Scene scene) throws InterruptedException;
    }
}
