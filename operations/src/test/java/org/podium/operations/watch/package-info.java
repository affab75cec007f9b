/** Tests of the package of the same name. */
@NullMarked
package org.podium.operations.watch;

import org.jspecify.annotations.NullMarked;
