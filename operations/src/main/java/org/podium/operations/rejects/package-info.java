/** Reads what the pipeline did not take as it was, for the control room. Uses {@code run}. */
@NullMarked
package org.podium.operations.rejects;

import org.jspecify.annotations.NullMarked;
