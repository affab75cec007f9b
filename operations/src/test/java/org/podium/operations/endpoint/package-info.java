/** Tests of the package of the same name. */
@NullMarked
package org.podium.operations.endpoint;

import org.jspecify.annotations.NullMarked;
