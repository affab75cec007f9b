@NullMarked
package org.podium.venue.ndjson;

import org.jspecify.annotations.NullMarked;
