package org.podium.lab.protocol;

import java.io.IOException;

/**
 * Something that the protocol promises.
 *
 * @param text what it promises, as a sentence
 * @param check finds out whether a gateway keeps it
 */
record Promise(String text, Check check) {

    /** Finds out whether a gateway keeps a promise. */
    @FunctionalInterface
    interface Check {

        /**
         * Returns when it does.
         *
         * @throws Broken when it does not
         */
        void hold(Served gateway) throws IOException, InterruptedException, Broken;
    }

    /** What a gateway did instead of what is promised. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    /**
     * Goes on when the condition holds.
     *
     * @throws Broken with the sentence when it does not
     */
    static void require(boolean condition, String otherwise) throws Broken {
        if (!condition) {
            throw new Broken(otherwise);
        }
    }
}
