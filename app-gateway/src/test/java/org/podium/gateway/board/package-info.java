/** What the gateway holds. */
@NullMarked
package org.podium.gateway.board;

import org.jspecify.annotations.NullMarked;
