/** Tests of the deployment commands. */
@NullMarked
package org.podium.operations;

import org.jspecify.annotations.NullMarked;
