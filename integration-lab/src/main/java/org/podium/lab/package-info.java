/** The lab: every part of the system in one run, for demonstrations and for tests. */
@NullMarked
package org.podium.lab;

import org.jspecify.annotations.NullMarked;
