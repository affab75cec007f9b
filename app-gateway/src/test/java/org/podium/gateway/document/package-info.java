/** Tests of what documents say. */
@NullMarked
package org.podium.gateway.document;

import org.jspecify.annotations.NullMarked;
