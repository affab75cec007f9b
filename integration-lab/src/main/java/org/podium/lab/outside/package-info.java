/**
 * Venues that speak to a cluster from outside, each with a credential of its own. Reads recordings and credentials;
 * writes the topics of venues, desk and organiser. Uses {@code stack}, {@code replay} and {@code recording}.
 */
@NullMarked
package org.podium.lab.outside;

import org.jspecify.annotations.NullMarked;
