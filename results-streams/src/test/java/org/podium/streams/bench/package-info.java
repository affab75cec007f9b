/** What the tests of the topology are made with: voices of venues and desk, a definition, a registry in memory. */
@NullMarked
package org.podium.streams.bench;

import org.jspecify.annotations.NullMarked;
