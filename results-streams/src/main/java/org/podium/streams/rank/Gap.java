package org.podium.streams.rank;

/** Which difference a line shows: none, or the one to the first. */
enum Gap {
    NONE,
    FIRST
}
