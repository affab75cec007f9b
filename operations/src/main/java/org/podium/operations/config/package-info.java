/**
 * Configuration: an interface a service, each of whose methods is a key, a type, a default and a meaning; read from
 * {@code --set KEY=VALUE}, the environment, {@code --config FILE} and the defaults, the first that has the key wins.
 * Every problem is reported together. Reads the environment and one file, writes nothing, and uses no other package of
 * the project.
 */
@NullMarked
package org.podium.operations.config;

import org.jspecify.annotations.NullMarked;
