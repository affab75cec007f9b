package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.tools.consumer.ConsoleConsumer;
import org.junit.jupiter.api.Test;
import org.podium.lab.stack.Stack;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.ResultStatus;

/**
 * What a broadcaster's system sees that has none of our code: Kafka's own tools, plain Avro, and the registry's API.
 */
@PodiumStack
class WireFormatIT {

    private static final int HEADER = 5;

    private final Sprint sprint = Sprint.inCharge();

    @Test
    void plainAvroReadsAResultWithTheSchemaThatItsFiveByteHeaderNames(Competition competition, Stack stack)
            throws Exception {
        race(competition);
        ConsumerRecord<byte[], byte[]> record = Feed.read(TopicCatalogue.RESULTS_FEED.name(), stack).stream()
                .filter(found -> key(found).equals(competition.unit(Sprint.RSC).toString()))
                .reduce((first, second) -> second)
                .orElseThrow();

        ByteBuffer header = ByteBuffer.wrap(record.value());
        assertThat(header.get()).isZero();
        Schema schema = schema(header.getInt(), stack);
        assertThat(schema.getFullName()).isEqualTo("org.podium.model.wire.Result");
        GenericRecord result = new GenericDatumReader<GenericRecord>(schema)
                .read(
                        null,
                        DecoderFactory.get()
                                .binaryDecoder(record.value(), HEADER, record.value().length - HEADER, null));
        assertThat(result.get("unit")).hasToString(Sprint.RSC);
        assertThat(result.get("status")).hasToString("LIVE");
    }

    @Test
    void kafkasConsoleConsumerReadsKeysAndBytes(Competition competition, Stack stack) throws Exception {
        race(competition);

        String printed = printedBy(() -> ConsoleConsumer.main(new String[] {
            "--bootstrap-server",
            stack.infrastructure().bootstrapServers(),
            "--topic",
            TopicCatalogue.RESULTS_UNITS.name(),
            "--from-beginning",
            "--isolation-level",
            "read_committed",
            "--formatter-property",
            "print.key=true",
            "--timeout-ms",
            "5000"
        }));

        assertThat(printed).contains(competition.unit(Sprint.RSC).toString(), "RUNNER Number 2");
    }

    private void race(Competition competition) throws InterruptedException {
        sprint.begin(competition);
        competition.awaitResult(competition.unit(Sprint.RSC), result -> result.status() == ResultStatus.LIVE);
    }

    private static Schema schema(int id, Stack stack) throws Exception {
        URI address = URI.create(stack.infrastructure().registryAddress() + "/schemas/ids/" + id);
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
            return new Schema.Parser()
                    .parse(new ObjectMapper()
                            .readTree(answer)
                            .required("schema")
                            .asText());
        }
    }

    private static String printedBy(Tool tool) throws Exception {
        PrintStream terminal = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            tool.run();
        } finally {
            System.setOut(terminal);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private interface Tool {
        void run() throws Exception;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
