/** Tests of what follows for events. */
@org.jspecify.annotations.NullMarked
package org.podium.streams.event;
