/**
 * Made-up results, published at exact intended times. Reads nothing, writes {@code results.feed} and
 * {@code results.units}.
 */
@NullMarked
package org.podium.bench.feed;

import org.jspecify.annotations.NullMarked;
