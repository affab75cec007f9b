@NullMarked
package org.podium.lab.conformance;

import org.jspecify.annotations.NullMarked;
