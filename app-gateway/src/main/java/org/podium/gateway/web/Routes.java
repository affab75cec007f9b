package org.podium.gateway.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;

/** How resources are mounted. */
final class Routes {

    private Routes() {}

    /** A route that answers GET, and HEAD with the same but no body. */
    static Route get(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }
}
