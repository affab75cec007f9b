package org.podium.streams.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * What follows when a record cannot be written: it is tried again, or the transaction is aborted and everything in it
 * done again. It is never left out: a result or a change of a store that nobody wrote would be a version that is
 * missing for good. Public, since Kafka makes it from its name.
 */
public final class NeverSkips implements ProductionExceptionHandler {

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception thrown) {
        return thrown instanceof RetriableException ? Response.retry() : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // As the interface has it.
    public Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord record, Exception thrown, SerializationExceptionOrigin origin) {
        return Response.fail();
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
