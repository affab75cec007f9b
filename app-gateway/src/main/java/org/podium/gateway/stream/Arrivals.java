package org.podium.gateway.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.podium.gateway.guard.Gate;

/**
 * Sees every connection that a listener accepts, before anything is set up for it: one that may not be is closed at
 * once, and costs nothing more. The others are watched for heads of requests that take too long, without a timer for
 * each: whoever calls {@link #closeSlow} every second does it for all.
 */
@ChannelHandler.Sharable
public final class Arrivals extends ChannelInboundHandlerAdapter {

    private final Gate gate;
    private final long headNanos;
    private final Set<AwaitedHead> awaited = ConcurrentHashMap.newKeySet();

    /** @param head how long the head of a request may take, TLS handshake included */
    public Arrivals(Gate gate, Duration head) {
        this.gate = gate;
        this.headNanos = head.toNanos();
    }

    @Override
    public void channelRead(ChannelHandlerContext listener, Object accepted) {
        if (accepted instanceof Channel connection
                && connection.remoteAddress() instanceof InetSocketAddress peer
                && !admit(connection, peer)) {
            connection.unsafe().closeForcibly();
            return;
        }
        listener.fireChannelRead(accepted);
    }

    private boolean admit(Channel connection, InetSocketAddress peer) {
        if (gate.connected(peer.getAddress()).isPresent()) {
            return false;
        }
        connection.closeFuture().addListener(closed -> gate.disconnected(peer.getAddress()));
        connection.pipeline().addFirst(new AwaitedHead(peer, awaited));
        return true;
    }

    /** Other end of the request's connection. */
    public static InetAddress peer(HttpServerRequest request) {
        return Takeover.channel(request).remoteAddress() instanceof InetSocketAddress peer
                ? peer.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /** The head of a request has come. */
    public void arrived(HttpServerRequest request) {
        AwaitedHead head = Takeover.channel(request).pipeline().get(AwaitedHead.class);
        if (head != null) {
            head.arrived(request.version() == HttpVersion.HTTP_2);
        }
    }

    /**
     * Closes connections whose request takes too long, which counts against the address only where some of it came.
     * From any thread.
     */
    public void closeSlow() {
        long now = System.nanoTime();
        for (AwaitedHead head : awaited) {
            if (head.takesLongerThan(headNanos, now)) {
                if (!head.isSilent()) {
                    gate.tooSlow(head.peer().getAddress());
                }
                head.giveUp();
            }
        }
    }
}
