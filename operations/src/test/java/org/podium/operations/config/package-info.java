/** Tests of the package of the same name. */
@NullMarked
package org.podium.operations.config;

import org.jspecify.annotations.NullMarked;
