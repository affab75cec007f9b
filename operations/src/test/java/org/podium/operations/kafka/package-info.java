/** Tests of the package of the same name. */
@NullMarked
package org.podium.operations.kafka;

import org.jspecify.annotations.NullMarked;
