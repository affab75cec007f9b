package org.podium.gateway.stream;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.transport.Transport;
import java.net.SocketAddress;

/**
 * A transport whose listeners hand what they accept to a handler of ours first, and whose loops are set as we want
 * them, which Vert.x has no place for. All else is the transport's.
 */
final class WatchedTransport implements io.vertx.core.transport.Transport, Transport {

    private final io.vertx.core.transport.Transport known;
    private final Transport transport;
    private final IoHandlerFactory loops;
    private final ChannelHandler listening;

    /**
     * @param loops what each event loop talks to the kernel with
     * @param listening put into the pipeline of every listener
     */
    WatchedTransport(io.vertx.core.transport.Transport known, IoHandlerFactory loops, ChannelHandler listening) {
        this.known = known;
        this.transport = known.implementation();
        this.loops = loops;
        this.listening = listening;
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        transport.configure(options, domainSocket, bootstrap);
        bootstrap.handler(listening);
    }

    @Override
    public String name() {
        return known.name();
    }

    @Override
    public boolean available() {
        return known.available();
    }

    @Override
    public Throwable unavailabilityCause() {
        return known.unavailabilityCause();
    }

    @Override
    public Transport implementation() {
        return this;
    }

    @Override
    public boolean isAvailable() {
        return transport.isAvailable();
    }

    @Override
    public boolean supportsDomainSockets() {
        return transport.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
        return transport.supportFileRegion();
    }

    @Override
    public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
        return transport.convert(address);
    }

    @Override
    public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
        return transport.convert(address);
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
        return loops;
    }

    @Override
    public DatagramChannel datagramChannel() {
        return transport.datagramChannel();
    }

    @Override
    @SuppressWarnings("deprecation") // The interface asks for it.
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return transport.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return transport.channelFactory(domainSocket);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return transport.serverChannelFactory(domainSocket);
    }
}
