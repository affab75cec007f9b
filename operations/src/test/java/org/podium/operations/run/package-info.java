/** Tests of the package of the same name. */
@NullMarked
package org.podium.operations.run;

import org.jspecify.annotations.NullMarked;
