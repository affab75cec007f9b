package org.podium.streams.event;

/**
 * A place on a start list that another unit or phase fills.
 *
 * @param place rank there, from 1
 */
record Slot(int startOrder, Origin from, int place) {}
