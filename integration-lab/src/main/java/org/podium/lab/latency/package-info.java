/** How long results take. Reads and writes nothing; uses no other package. */
@NullMarked
package org.podium.lab.latency;

import org.jspecify.annotations.NullMarked;
