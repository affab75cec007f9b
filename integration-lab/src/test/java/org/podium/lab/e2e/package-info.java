/**
 * End-to-end tests: everything on real parts, seen from outside, as venues, apps, broadcasters and the control room see
 * it. A test class with {@link org.podium.lab.e2e.PodiumStack} shares one running stack with all others of its JVM and
 * has a competition of its own in each test.
 */
@NullMarked
package org.podium.lab.e2e;

import org.jspecify.annotations.NullMarked;
