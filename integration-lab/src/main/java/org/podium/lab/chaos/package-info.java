/**
 * The fault campaign: one fault after another befalls a cluster of processes under load. Reads {@code trial} for the
 * load and the judgement, {@code cluster} for what is broken; writes a report.
 */
@NullMarked
package org.podium.lab.chaos;

import org.jspecify.annotations.NullMarked;
