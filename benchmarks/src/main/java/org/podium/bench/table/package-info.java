/**
 * The gateway's table: what is measured, one server after the other in turns, and what comes of it as JSON and
 * Markdown. Uses {@code peer}, {@code feed}, {@code load} and {@code machine}; writes the files of its results.
 */
@NullMarked
package org.podium.bench.table;

import org.jspecify.annotations.NullMarked;
