package org.podium.gateway.web;

import io.netty.channel.EventLoop;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Board;
import org.podium.gateway.guard.Doorkeeper;
import org.podium.gateway.stream.Arrivals;
import org.podium.gateway.stream.StreamLoop;
import org.podium.gateway.subscription.FanOut;
import org.podium.gateway.subscription.History;
import org.podium.operations.run.StartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: event loops that share one port, each with a fan-out of its own. */
public final class GatewayServer implements AutoCloseable {

    /** Negative: any free port, shared by all event loops. */
    private static final int ANY_SHARED_PORT = -1;

    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

    /** Lists take no more of a machine than half of what streams may. */
    private static final int LOOPS_TO_A_WORKER = 2;

    private static final Duration EVERY_SECOND = Duration.ofSeconds(1);
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Board board;
    private final @Nullable History history;
    private final Options options;
    private final FanOut.Observer observer;
    private final FanOut.Time time;
    private final IntConsumer answered;
    private final Protection protection;
    private final Everything everything;
    private final KeptLists lists;
    private final AtomicInteger streams = new AtomicInteger();
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private volatile int port;
    private volatile @Nullable Certificate certificate;

    /**
     * How the server listens.
     *
     * @param host address to listen on
     * @param port port to listen on, 0 for any free one
     * @param eventLoops threads that serve
     * @param maxHeaderBytes most bytes of a request's headers, and of its first line
     * @param idle longest silence of a connection; above the heartbeat
     * @param tls certificate to serve with; null for none
     */
    public record Options(
            String host,
            int port,
            int eventLoops,
            int maxHeaderBytes,
            Duration idle,
            @Nullable TlsFiles tls,
            StreamRules streams,
            FanOut.Limits readers) {}

    /**
     * Who is let in.
     *
     * @param arrivals the one that the transport of the server's Vert.x has
     */
    public record Protection(Doorkeeper doorkeeper, Arrivals arrivals) {}

    /**
     * A server that is not listening yet.
     *
     * @param history what was before the board's window; null when it cannot be read
     * @param answered told the status of every answer
     */
    public GatewayServer(
            Vertx vertx,
            Board board,
            @Nullable History history,
            Options options,
            Protection protection,
            FanOut.Observer observer,
            FanOut.Time time,
            IntConsumer answered) {
        this.vertx = vertx;
        this.board = board;
        this.history = history;
        this.options = options;
        this.observer = observer;
        this.time = time;
        this.answered = answered;
        this.protection = protection;
        this.everything = new Everything(vertx, board);
        this.lists = new KeptLists(vertx, board, Math.max(1, options.eventLoops() / LOOPS_TO_A_WORKER));
    }

    /**
     * Listens; returns when requests are answered.
     *
     * @throws StartException when the port is in use, or the certificate cannot be used
     */
    public void start() {
        if (options.tls() != null) {
            certificate = options.tls().first();
        }
        DeploymentOptions each = new DeploymentOptions().setInstances(options.eventLoops());
        try {
            await(vertx.deployVerticle(Loop::new, each), START, "start listening");
            watch();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof ExecutionException failed && failed.getCause() instanceof BindException) {
                throw StartException.portInUse(options.host(), options.port(), "podium.gateway.port", e);
            }
            throw e;
        }
    }

    /** What is looked at in time: requests that do not come to an end, and certificates that were replaced. */
    private void watch() {
        vertx.setPeriodic(EVERY_SECOND.toMillis(), tick -> protection.arrivals().closeSlow());
        TlsFiles files = options.tls();
        if (files != null) {
            vertx.setPeriodic(
                    files.check().toMillis(),
                    tick -> vertx.executeBlocking(() -> {
                                Certificate inUse = Objects.requireNonNull(certificate);
                                return files.replaced(inUse);
                            })
                            .onSuccess(replaced -> replaced.ifPresent(this::serveWith)));
        }
    }

    /** For connections that come from now on; those that there are stay. */
    private void serveWith(Certificate replaced) {
        certificate = replaced;
        ServerSSLOptions tls =
                new ServerSSLOptions().setKeyCertOptions(replaced.options()).setUseAlpn(true);
        List<Future<Boolean>> updates =
                loops.stream().map(loop -> loop.serveWith(tls)).toList();
        Future.all(updates)
                .onSuccess(done -> LOG.atInfo()
                        .addKeyValue("ends", replaced.ends())
                        .log("Serves with the certificate that was put in place"))
                .onFailure(failure -> LOG.atError()
                        .setCause(failure)
                        .log("The certificate that was put in place cannot be used; the one before goes on to serve"));
    }

    /** Port that is listened on. */
    public int port() {
        return port;
    }

    /** Number of open streams. */
    public int streams() {
        return streams.get();
    }

    /** Says goodbye to all streams, spread over some time, and stops listening. */
    @Override
    public void close() {
        List<Future<Void>> left = loops.stream().map(Loop::leave).toList();
        await(Future.join(left), options.streams().drain().plus(STOP), "say goodbye");
        List<Future<Void>> undeployed =
                vertx.deploymentIDs().stream().map(vertx::undeploy).toList();
        await(Future.join(undeployed), STOP, "stop listening");
    }

    private void await(Future<?> future, Duration limit, String what) {
        try {
            future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to " + what, e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The gateway did not " + what + " within " + limit, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The gateway could not " + what, e);
        }
    }

    /** One event loop. */
    private final class Loop extends AbstractVerticle {

        private @Nullable StreamLoop streamLoop;
        private @Nullable HttpServer server;

        @Override
        public void start(Promise<Void> started) {
            EventLoop eventLoop = ((ContextInternal) context).nettyEventLoop();
            StreamLoop streamsHere = new StreamLoop(
                    eventLoop,
                    board,
                    () -> new FanOut(board, history, eventLoop, options.readers(), observer, time),
                    options.readers().tick(),
                    options.streams().flushWindow(),
                    options.streams().overloadLag());
            streamsHere.start();
            streamLoop = streamsHere;
            Router router = Router.router(vertx);
            router.route().handler(context -> {
                context.addEndHandler(
                        ended -> answered.accept(context.response().getStatusCode()));
                context.next();
            });
            Doorkeeper doorkeeper = protection.doorkeeper();
            Guard.mount(router, options.tls() != null);
            new Door(doorkeeper).mount(router);
            new StreamRoute(streamsHere, options.streams(), doorkeeper, time.clock(), streams, answered).mount(router);
            new UnitRoutes(board, lists).mount(router);
            new ScheduleRoutes(board, lists, time.clock()).mount(router);
            new StandingRoutes(board, lists).mount(router);
            new MedalRoutes(board, lists).mount(router);
            new EverythingRoute(board, everything).mount(router);
            new BlockRoutes(doorkeeper).mount(router);
            new PageRoute().mount(router);
            loops.add(this);
            listen(router).<Void>mapEmpty().onComplete(started);
        }

        private Future<HttpServer> listen(Router router) {
            HttpServerOptions http = new HttpServerOptions()
                    .setHost(options.host())
                    .setPort(options.port() == 0 ? ANY_SHARED_PORT : options.port())
                    .setMaxHeaderSize(options.maxHeaderBytes())
                    .setMaxInitialLineLength(options.maxHeaderBytes())
                    // WebSockets are ours; Netty's own handler of their extensions cuts who asks for an empty one.
                    .setPerMessageWebSocketCompressionSupported(false)
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                    .setIdleTimeout(Math.toIntExact(options.idle().toMillis()));
            Certificate first = certificate;
            if (first != null) {
                http.setSsl(true).setUseAlpn(true).setKeyCertOptions(first.options());
            }
            HttpServer created = vertx.createHttpServer(http);
            server = created;
            return created.invalidRequestHandler(Unreadable::refuse)
                    .requestHandler(request -> {
                        protection.arrivals().arrived(request);
                        String path = request.path();
                        if (path == null || !path.startsWith("/")) {
                            // The router takes no other ones.
                            Unreadable.refuseTarget(request);
                        } else {
                            router.handle(request);
                        }
                    })
                    .listen()
                    .onSuccess(server -> port = server.actualPort());
        }

        @Override
        public void stop() {
            if (streamLoop != null) {
                streamLoop.close();
            }
        }

        Future<Boolean> serveWith(ServerSSLOptions tls) {
            return server == null ? Future.succeededFuture(false) : server.updateSSLOptions(tls);
        }

        Future<Void> leave() {
            Promise<Void> done = Promise.promise();
            context.runOnContext(now -> {
                if (streamLoop == null) {
                    done.complete();
                } else {
                    streamLoop.leave(options.streams().drain(), done::complete);
                }
            });
            return done.future();
        }
    }

    /** Clock and randomness of this machine. */
    public static FanOut.Time machineTime() {
        return new FanOut.Time(
                Clock.systemUTC(), System::nanoTime, java.util.random.RandomGenerator.of("L64X128MixRandom"));
    }
}
