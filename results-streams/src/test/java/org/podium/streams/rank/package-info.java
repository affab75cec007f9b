/** Tests of the ranking rules: tables of real results, properties, and recorded competitions where they are at hand. */
@NullMarked
package org.podium.streams.rank;

import org.jspecify.annotations.NullMarked;
