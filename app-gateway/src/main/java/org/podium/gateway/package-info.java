/** The gateway: from result topics to apps and media. */
@NullMarked
package org.podium.gateway;

import org.jspecify.annotations.NullMarked;
