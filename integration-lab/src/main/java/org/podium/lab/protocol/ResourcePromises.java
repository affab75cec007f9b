package org.podium.lab.protocol;

import static org.podium.lab.protocol.Promise.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.podium.lab.protocol.Promise.Broken;

/** What is promised about resources. */
final class ResourcePromises {

    private static final String COMPETITIONS = "/v1/competitions";

    private ResourcePromises() {}

    static List<Promise> all() {
        return List.of(
                new Promise(
                        "documents have a strong tag and say how long a cache may keep them", ResourcePromises::tags),
                new Promise("who has a document gets 304 and no body", ResourcePromises::notModified),
                new Promise("HEAD has the headers of GET and no body", ResourcePromises::head),
                new Promise("each coding has a tag of its own, and the same content", ResourcePromises::codings),
                new Promise("other origins may read", ResourcePromises::origins),
                new Promise("a list that has more says where it goes on", ResourcePromises::pages),
                new Promise("everything comes with a position", ResourcePromises::everything),
                new Promise("what cannot be answered gets a problem that says what to do", ResourcePromises::problems),
                new Promise("an upgrade that is no handshake is answered 426", ResourcePromises::noHandshake));
    }

    /** The competition with most units. */
    static String competition(Served gateway) throws IOException, InterruptedException, Broken {
        JsonNode competitions = Served.json(gateway.get(COMPETITIONS)).path("competitions");
        String name = "";
        int most = 0;
        for (JsonNode competition : competitions) {
            if (competition.path("units").asInt() > most) {
                most = competition.path("units").asInt();
                name = competition.path("competition").asText();
            }
        }
        require(most > 0, "the gateway holds no competition; publish results first");
        return name;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static void tags(Served gateway) throws IOException, InterruptedException, Broken {
        String unit = unitPath(gateway);
        for (String path : List.of(COMPETITIONS, unit)) {
            HttpResponse<byte[]> answer = gateway.get(path);
            String tag = header(answer, "ETag");
            require(answer.statusCode() == 200, "%s answered %d".formatted(path, answer.statusCode()));
            require(tag.startsWith("\"") && tag.endsWith("\""), "%s has the tag '%s'".formatted(path, tag));
            require(
                    header(answer, "Cache-Control").contains("max-age")
                            && header(answer, "Cache-Control").contains("stale-while-revalidate"),
                    "%s has Cache-Control '%s'".formatted(path, header(answer, "Cache-Control")));
            require(header(answer, "Content-Type").equals("application/json"), "%s is no JSON".formatted(path));
        }
    }

    private static String unitPath(Served gateway) throws IOException, InterruptedException, Broken {
        String competition = competition(gateway);
        JsonNode units = Served.json(gateway.get(COMPETITIONS + "/" + competition + "/units?limit=1"));
        return COMPETITIONS + "/" + competition + "/units/"
                + units.path("units").path(0).path("unit").asText();
    }

    private static void notModified(Served gateway) throws IOException, InterruptedException, Broken {
        String path = unitPath(gateway);
        // A unit may change between the two requests, but not every time.
        for (int attempt = 0; attempt < 5; attempt++) {
            String tag = header(gateway.get(path), "ETag");
            HttpResponse<byte[]> again = gateway.get(path, "If-None-Match", tag);
            if (again.statusCode() == 304) {
                require(again.body().length == 0, "304 came with %d bytes".formatted(again.body().length));
                return;
            }
        }
        throw new Broken(path + " was sent again to who had it");
    }

    private static void head(Served gateway) throws IOException, InterruptedException, Broken {
        HttpResponse<byte[]> head = gateway.send("HEAD", unitPath(gateway));
        require(head.statusCode() == 200 && head.body().length == 0, "HEAD answered %d".formatted(head.statusCode()));
        require(!header(head, "ETag").isEmpty(), "HEAD has no tag");
    }

    private static void codings(Served gateway) throws IOException, InterruptedException, Broken {
        String path = COMPETITIONS + "/" + competition(gateway) + "/everything";
        HttpResponse<byte[]> plain = gateway.get(path);
        Set<String> tags = new HashSet<>(Set.of(header(plain, "ETag")));
        for (String coding : List.of("gzip", "zstd")) {
            HttpResponse<byte[]> coded = gateway.get(path, "Accept-Encoding", coding);
            require(
                    header(coded, "Content-Encoding").equals(coding),
                    "%s came as '%s'".formatted(coding, header(coded, "Content-Encoding")));
            require(header(coded, "Vary").contains("Accept-Encoding"), "%s does not vary".formatted(coding));
            require(tags.add(header(coded, "ETag")), "%s has the tag of another coding".formatted(coding));
        }
        HttpResponse<byte[]> gzip = gateway.get(path, "Accept-Encoding", "gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            byte[] unpacked = in.readAllBytes();
            HttpResponse<byte[]> now = gateway.get(path);
            require(
                    Arrays.equals(unpacked, plain.body()) || Arrays.equals(unpacked, now.body()),
                    "gzip has other content");
        }
    }

    private static void origins(Served gateway) throws IOException, InterruptedException, Broken {
        HttpResponse<byte[]> answer = gateway.get(COMPETITIONS, "Origin", "https://media.example");
        require(
                header(answer, "Access-Control-Allow-Origin").equals("*"),
                "Access-Control-Allow-Origin is '%s'".formatted(header(answer, "Access-Control-Allow-Origin")));
    }

    private static void pages(Served gateway) throws IOException, InterruptedException, Broken {
        String path = COMPETITIONS + "/" + competition(gateway) + "/units?limit=2";
        Set<String> seen = new HashSet<>();
        String next = "";
        for (int page = 0; page < 3; page++) {
            JsonNode list = Served.json(gateway.get(next.isEmpty() ? path : path + "&after=" + next));
            require(list.path("total").asInt() > 0, "the list does not say how many there are");
            for (JsonNode unit : list.path("units")) {
                require(seen.add(unit.path("unit").asText()), "%s comes twice".formatted(unit.path("unit")));
            }
            next = list.path("next").asText("");
            if (next.isEmpty()) {
                require(seen.size() == list.path("total").asInt(), "the pages end before all have come");
                return;
            }
        }
    }

    private static void everything(Served gateway) throws IOException, InterruptedException, Broken {
        String competition = competition(gateway);
        JsonNode all = Served.json(gateway.get(COMPETITIONS + "/" + competition + "/everything?detail=summary"));
        int total = Served.json(gateway.get(COMPETITIONS + "/" + competition + "/units?limit=1"))
                .path("total")
                .asInt();
        require(!all.path("position").asText().isEmpty(), "it has no position");
        require(
                all.path("units").size() <= total,
                "it has %d units of %d".formatted(all.path("units").size(), total));
        require(all.path("units").size() > 0, "it has no units");
    }

    private static void problems(Served gateway) throws IOException, InterruptedException, Broken {
        problem(gateway.get("/v1/nothing"), 404);
        problem(gateway.get(COMPETITIONS + "/no%20code/units"), 400);
        problem(gateway.get(COMPETITIONS + "?colour=red"), 400);
        problem(gateway.get("/v1/stream?position=nonsense"), 400);
        problem(gateway.get("/v1/stream?unit=ATHM100M"), 400);
        problem(gateway.send("POST", COMPETITIONS), 405);
    }

    private static void noHandshake(Served gateway) throws IOException, Broken {
        PlainAnswer answer = gateway.plain("/v1/stream", "Upgrade: websocket");
        require(answer.status() == 426, "it was answered %d".formatted(answer.status()));
        require(
                answer.headers().getOrDefault("Content-Type", "").equals("application/problem+json")
                        && !Served.json(answer.body()).path("detail").asText().isEmpty(),
                "it says not what to do");
    }

    private static void problem(HttpResponse<byte[]> answer, int status) throws IOException, Broken {
        require(
                answer.statusCode() == status,
                "%s answered %d instead of %d".formatted(answer.uri(), answer.statusCode(), status));
        require(
                header(answer, "Content-Type").equals("application/problem+json"),
                "%s answered with '%s'".formatted(answer.uri(), header(answer, "Content-Type")));
        require(
                !Served.json(answer).path("detail").asText().isEmpty(),
                "%s says not what to do".formatted(answer.uri()));
    }
}
