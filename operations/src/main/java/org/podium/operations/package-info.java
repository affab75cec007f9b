/** What every service needs in order to be operated: configuration, health, metrics, topics and schemas. */
@NullMarked
package org.podium.operations;

import org.jspecify.annotations.NullMarked;
