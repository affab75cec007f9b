/**
 * The endpoint for whoever operates a service: {@code /health}, {@code /ready}, {@code /metrics}. Reads the service's
 * checks and meters, writes HTTP answers. Uses {@code config} and {@code run}.
 */
@NullMarked
package org.podium.operations.endpoint;

import org.jspecify.annotations.NullMarked;
