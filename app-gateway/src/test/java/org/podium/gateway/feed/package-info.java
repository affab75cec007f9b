/** Tests of what the topics bring. */
@NullMarked
package org.podium.gateway.feed;

import org.jspecify.annotations.NullMarked;
