/**
 * The system in containers: the same stack as the embedded one for the end-to-end tests, and the whole deployment of
 * {@code docker/compose.yaml}. Needs a Docker engine with the images; runs with {@code -Pcontainers}.
 */
@NullMarked
package org.podium.lab.containers;

import org.jspecify.annotations.NullMarked;
