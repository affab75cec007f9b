package org.podium.bench.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;

/** Gives each new connection of a seat its handlers. */
final class SeatInitializer extends ChannelInitializer<Channel> {

    private final Seat seat;

    SeatInitializer(Seat seat) {
        this.seat = seat;
    }

    @Override
    protected void initChannel(Channel channel) {
        seat.install(channel);
    }
}
