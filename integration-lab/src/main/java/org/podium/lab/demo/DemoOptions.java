package org.podium.lab.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demo is asked to do.
 *
 * @param once whether it ends with the recordings
 * @param speed how many times as fast as recorded
 * @param port port of the live page
 * @param data directory to keep everything in; empty for a temporary one
 * @param units number of simulated units beside the recorded ones
 */
record DemoOptions(boolean once, BigDecimal speed, int port, Optional<Path> data, int units) {}
