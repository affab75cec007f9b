/** Tests of the package of the same name. */
@NullMarked
package org.podium.operations.deploy;

import org.jspecify.annotations.NullMarked;
