package org.podium.gateway.web;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The live page: a handful of files from the class path, read once and kept. Vert.x's own static handler would copy
 * them to a temporary directory and give them dates instead of tags.
 */
final class PageRoute {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String SVG = "image/svg+xml";
    private static final String MANIFEST = "application/manifest+json";

    private static final Map<String, String> TYPES = types();

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    private record Asset(String type, Representation content) {}

    PageRoute() {
        TYPES.forEach((path, type) -> {
            assets.put(path, new Asset(type, Representation.of(read(path))));
        });
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("index.html", HTML);
        types.put("base.css", CSS);
        types.put("board.css", CSS);
        types.put("event.css", CSS);
        types.put("main.js", SCRIPT);
        types.put("event.js", SCRIPT);
        types.put("stream.js", SCRIPT);
        types.put("dom.js", SCRIPT);
        types.put("words.js", SCRIPT);
        types.put("days.js", SCRIPT);
        types.put("board.js", SCRIPT);
        types.put("details.js", SCRIPT);
        types.put("medals.js", SCRIPT);
        types.put("icon.svg", SVG);
        types.put("site.webmanifest", MANIFEST);
        return types;
    }

    private static byte[] read(String path) {
        try (InputStream file = PageRoute.class.getResourceAsStream("/org/podium/gateway/page/" + path)) {
            if (file == null) {
                throw new IllegalStateException("the live page's " + path + " is not on the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mount(Router router) {
        assets.forEach((path, asset) -> Routes.get(router, path.equals("index.html") ? "/" : "/" + path)
                .handler(context -> {
                    Query.of(context);
                    Answers.of(context, asset.type(), asset.content(), Freshness.CHECKED);
                }));
    }
}
