package org.podium.gateway.web;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.frame.SseFrames;
import org.podium.gateway.subscription.Outlet;

/** A response that is a stream of server-sent events. */
final class SseOutlet implements Outlet {

    /** How long a connection has for the goodbye before it is cut. */
    private static final long GOODBYE_MILLIS = 1_000;

    private final HttpServerResponse response;
    private final HttpServerRequest request;
    private final SseFrames frames;
    private final Context context;

    SseOutlet(HttpServerRequest request, SseFrames frames, Context context) {
        this.request = request;
        this.response = request.response();
        this.frames = frames;
        this.context = context;
    }

    @Override
    public boolean writable() {
        return !response.closed() && !response.writeQueueFull();
    }

    @Override
    public void write(Frame frame) {
        if (!response.closed() && !response.ended()) {
            response.write(frames.encode(frame));
        }
    }

    /** Ends an HTTP/2 stream alone, and not the others of its connection. */
    private void cut() {
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            request.connection().close();
        }
    }

    @Override
    public void close() {
        if (!response.closed() && !response.ended()) {
            response.end();
            context.owner().setTimer(GOODBYE_MILLIS, timer -> cut());
        }
    }
}
