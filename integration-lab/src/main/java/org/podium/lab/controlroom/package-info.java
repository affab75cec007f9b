/** What a control room watches: reads {@code results.rejected}; writes nothing. Uses {@code org.podium.model}. */
@NullMarked
package org.podium.lab.controlroom;

import org.jspecify.annotations.NullMarked;
