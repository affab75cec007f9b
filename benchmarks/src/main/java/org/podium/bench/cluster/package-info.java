/** A broker with its topics and a registry with its schemas, in a process of their own. Uses the lab's. */
@NullMarked
package org.podium.bench.cluster;

import org.jspecify.annotations.NullMarked;
