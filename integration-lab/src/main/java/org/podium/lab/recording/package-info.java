/**
 * Recorded units of real competitions, kept as resources in {@code recordings/}: definitions, venue and desk events in
 * the NDJSON of the project, and the official ranks. Reads the class path only and writes nothing; the layout and what
 * a recording may hold is in {@code docs/recordings.md}. May use {@code org.podium.model} and the NDJSON reader of the
 * venue producer.
 */
@NullMarked
package org.podium.lab.recording;

import org.jspecify.annotations.NullMarked;
