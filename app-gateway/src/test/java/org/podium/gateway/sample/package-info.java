/** Results of competitions that never were, for tests. The competitors are made up and look it. */
@NullMarked
package org.podium.gateway.sample;

import org.jspecify.annotations.NullMarked;
