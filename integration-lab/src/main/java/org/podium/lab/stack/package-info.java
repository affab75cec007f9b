/**
 * The whole system on one machine, on real parts: a KRaft broker in this JVM, a schema registry as a child process, the
 * services in this JVM. Writes topics and schemas through operations, and everything on disk under one
 * {@link org.podium.lab.stack.DataDirectory}. May use every service; no service may use it.
 */
@NullMarked
package org.podium.lab.stack;

import org.jspecify.annotations.NullMarked;
