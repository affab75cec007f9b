/**
 * {@code ./podium conformance}: published results of real competitions against what Podium makes of their marks.
 *
 * <p>Reads files of results, turns each unit into a definition, a start list and venue events, and compares the ranks
 * that come out with the published ones. A published rank, or the order of a file's rows, is never a part of what goes
 * in: {@link org.podium.lab.conformance.Given} has no place for either. Uses {@code org.podium.streams},
 * {@code org.podium.lab.stack} and {@code org.podium.model}.
 */
@NullMarked
package org.podium.lab.conformance;

import org.jspecify.annotations.NullMarked;
