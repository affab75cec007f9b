/**
 * What a {@code main} needs: options and configuration, logs, starting, waiting for SIGTERM or SIGINT, closing in
 * reverse order within a bounded time, exit codes. Reads the command line, the environment and signals; writes logs and
 * the exit status. Uses {@code config}.
 */
@NullMarked
package org.podium.operations.run;

import org.jspecify.annotations.NullMarked;
