/** Tests with gateways as processes of their own, which are killed. */
@NullMarked
package org.podium.lab.gateway;

import org.jspecify.annotations.NullMarked;
