/** Tests of what the world is shown. */
@org.jspecify.annotations.NullMarked
package org.podium.streams.publish;
