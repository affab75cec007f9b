/**
 * Who may do what on a cluster that checks: brokers with TLS and grants, credentials from {@code docker/credentials}.
 */
@NullMarked
package org.podium.lab.access;

import org.jspecify.annotations.NullMarked;
