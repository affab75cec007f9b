@NullMarked
package org.podium.streams.catalogue;

import org.jspecify.annotations.NullMarked;
