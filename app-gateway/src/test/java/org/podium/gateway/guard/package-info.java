@NullMarked
package org.podium.gateway.guard;

import org.jspecify.annotations.NullMarked;
