/** What was run and where, as reports tell it. */
@NullMarked
package org.podium.lab.machine;

import org.jspecify.annotations.NullMarked;
