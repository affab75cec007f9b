/**
 * Holds what a client saw against what a recorded competition really ended in. Reads {@code org.podium.lab.recording}
 * and {@code org.podium.lab.reader}; writes nothing.
 */
@NullMarked
package org.podium.lab.verdict;

import org.jspecify.annotations.NullMarked;
