/**
 * Messages in the Confluent wire format: one zero byte, the schema's id in the registry as four bytes big-endian, the
 * Avro binary. Subjects are named after the record ({@code RecordNameStrategy}), compatibility is
 * {@code FULL_TRANSITIVE}. Schemas are registered by a deployment step and only looked up here. Uses no other package.
 */
@NullMarked
package org.podium.model.serde;

import org.jspecify.annotations.NullMarked;
