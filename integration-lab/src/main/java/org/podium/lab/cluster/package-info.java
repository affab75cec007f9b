/**
 * The whole system as processes of their own, as a deployment has them: controllers, brokers, the schema registry, two
 * of each service; every one a child that ends with this JVM, and that may be killed, paused and started again. Writes
 * everything under one {@link org.podium.lab.stack.DataDirectory}. Uses {@code stack}.
 */
@NullMarked
package org.podium.lab.cluster;

import org.jspecify.annotations.NullMarked;
