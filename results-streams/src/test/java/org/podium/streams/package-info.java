@NullMarked
package org.podium.streams;

import org.jspecify.annotations.NullMarked;
