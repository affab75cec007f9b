/** Tests of records. */
@org.jspecify.annotations.NullMarked
package org.podium.streams.records;
