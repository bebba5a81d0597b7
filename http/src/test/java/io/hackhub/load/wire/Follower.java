package io.hackhub.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hackhub.load.wire.Lines.Guest;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Somebody who follows channels of HackHub over as many connections as it takes, by the rules of `hackhub.v1`: comes
/// back after a pause by chance, each time from the last event that it has, and asks again for what it was refused for
/// now. All of it happens on one event loop.
public final class Follower {

    /// How it reads, once it follows all its channels.
    public enum Appetite {
        ALL,
        /// Four kilobytes a second.
        LITTLE,
        NOTHING
    }

    /// Who is told, on the event loop.
    public interface Watch {
        default void signedIn(Follower who) {}

        /// It follows all its channels.
        default void inside(Follower who) {}

        /// Its connection has ended without its doing; `code` is the server's, or 1006.
        default void ended(Follower who, int code) {}

        default void acknowledged(Follower who, long number, long seq) {}
    }

    private static final int BITE = 1_024;
    private static final int BITES_EVERY_MS = 250;
    private static final int SMALL_BUFFER = 8_192;
    private static final int PATIENCE_S = 20;
    private static final long LONGEST_PAUSE_MS = 30_000;
    private static final long FIRST_PAUSE_MS = 1_000;
    private static final int MOST_DOUBLINGS = 5;
    /// As our web client does, unless the server says when.
    private static final long ASK_AGAIN_MS = 2_000;
    private static final byte[] AFTER = "\"afterMs\":".getBytes(UTF_8);
    private static final byte[] SEQ = "\"seq\":".getBytes(UTF_8);

    /// What many have in common.
    ///
    /// @param server where to go next, asked each time
    /// @param experience what happens to all of them
    public record Company(
            EventLoop loop,
            HackHubDialect dialect,
            Supplier<InetSocketAddress> server,
            Watch watch,
            Experience experience,
            SplittableRandom random) {}

    private final Company company;
    private final EventLoop loop;
    private final String token;
    private final List<String> channels;
    private final Appetite appetite;
    private final Cursors cursors;
    private boolean away = true;
    private int failures;
    private @Nullable Trip trip;

    public Follower(Company company, Guest guest, Appetite appetite) {
        this.company = company;
        this.loop = company.loop();
        this.token = guest.token();
        this.channels = guest.channels();
        this.appetite = appetite;
        this.cursors = new Cursors(channels);
    }

    public void come() {
        if (away) {
            away = false;
            connect();
        }
    }

    /// Goes, and keeps its cursors.
    public void leave() {
        away = true;
        hangUp();
    }

    /// Its connection breaks; it comes back.
    public void drop() {
        if (!away) {
            hangUp();
            comeBack(pause());
        }
    }

    public boolean isInside() {
        return trip != null && trip.inside.cardinality() == channels.size();
    }

    /// The last event that it has of one of its channels; below 0, none is known.
    public long cursor(int channel) {
        return cursors.last(channel);
    }

    public String channel(int number) {
        return channels.get(number);
    }

    /// Where it is connected to, or was last.
    public @Nullable InetSocketAddress where() {
        return trip == null ? null : trip.where;
    }

    public void post(Dialect.Post what, int channel, long number, String text) {
        if (trip != null) {
            trip.text(company.dialect().post(what, channels.get(channel), number, text));
        }
    }

    /// As if it had nothing of its channels yet: it will want as much as there is.
    public void beginAtFirst() {
        cursors.beginAtFirst();
    }

    /// Asks once more for the first `count` events that it was sent over this connection.
    public void again(int channel, int count) {
        if (trip != null && isInside()) {
            long from = trip.first[channel];
            trip.text(company.dialect().repair(channels.get(channel), from, from + count - 1));
        }
    }

    private void hangUp() {
        var before = trip;
        trip = null;
        if (before != null) {
            before.shut();
        }
    }

    private void connect() {
        if (away) {
            return;
        }
        var next = new Trip(company.server().get());
        trip = next;
        var bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel socket) {
                        socket.pipeline().addLast(next);
                    }
                });
        if (appetite != Appetite.ALL) {
            bootstrap.option(ChannelOption.SO_RCVBUF, SMALL_BUFFER);
            bootstrap.option(
                    ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(BITE).maxMessagesPerRead(1));
        }
        bootstrap.connect(next.where).addListener(done -> {
            if (!done.isSuccess()) {
                next.ended(Wire.BROKEN, String.valueOf(done.cause()));
            }
        });
        var _ = loop.schedule(next::giveUp, PATIENCE_S, TimeUnit.SECONDS);
    }

    /// Full jitter.
    private long pause() {
        return company.random()
                .nextLong(1 + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(MOST_DOUBLINGS, failures)));
    }

    private void comeBack(long afterMs) {
        var _ = loop.schedule(
                () -> {
                    if (trip == null) {
                        connect();
                    }
                },
                afterMs,
                TimeUnit.MILLISECONDS);
    }

    /// One connection. What an earlier one still tells is not heard any more.
    private final class Trip extends Wire {
        private final InetSocketAddress where;
        private final BitSet inside = new BitSet();
        /// Of what it was sent over this connection.
        private final long[] first = new long[channels.size()];

        Trip(InetSocketAddress where) {
            super(company.dialect());
            this.where = where;
        }

        @SuppressWarnings("ReferenceEquality")
        private boolean isCurrent() {
            return trip == this;
        }

        @Override
        void opened() {}

        @Override
        void received(ByteBuf frame) {
            if (!isCurrent()) {
                return;
            }
            switch (company.dialect().kind(frame)) {
                case HELLO -> text(company.dialect().signIn(token));
                case READY -> {
                    company.watch().signedIn(Follower.this);
                    for (int i = 0; i < channels.size(); i++) {
                        join(i);
                    }
                }
                case JOINED -> joined((int) company.dialect().number(frame) - 1, frame);
                case EVENT -> company.experience().read(cursors.read(frame));
                case BOARD -> company.experience().boards++;
                case ACK ->
                    company.watch()
                            .acknowledged(Follower.this, company.dialect().number(frame), Marker.field(frame, SEQ));
                case REFUSED -> refused((int) company.dialect().number(frame) - 1, frame);
                case LEAVE -> leave(Marker.field(frame, AFTER));
                case PING, OTHER -> {}
            }
        }

        private void join(int channel) {
            if (isCurrent()) {
                text(company.dialect().join(channel + 1, channels.get(channel), cursors.last(channel)));
            }
        }

        private void joined(int channel, ByteBuf frame) {
            if (!channels.get(channel).endsWith("/leaderboard")) {
                company.experience().joined(cursors, channel, frame);
                first[channel] = cursors.last(channel) + 1;
            }
            inside.set(channel);
            if (isInside()) {
                failures = 0;
                company.experience().entered++;
                company.watch().inside(Follower.this);
                eat();
            }
        }

        private void refused(int channel, ByteBuf frame) {
            company.experience().refused(frame);
            if (channel >= 0 && channel < channels.size() && !inside.get(channel)) {
                long after = Marker.field(frame, AFTER);
                var _ = loop.schedule(
                        () -> join(channel), after == Marker.NONE ? ASK_AGAIN_MS : after, TimeUnit.MILLISECONDS);
            }
        }

        private void leave(long afterMs) {
            var _ = loop.schedule(
                    () -> {
                        if (isCurrent()) {
                            hangUp();
                            connect();
                        }
                    },
                    afterMs,
                    TimeUnit.MILLISECONDS);
        }

        /// Not inside in time.
        void giveUp() {
            if (isCurrent() && !isInside()) {
                ended(BROKEN, "not inside in time");
            }
        }

        @Override
        void ended(int code, String why) {
            if (isCurrent()) {
                hangUp();
                company.experience().ended(code, why);
                company.watch().ended(Follower.this, code);
                comeBack(pause());
                failures++;
            }
        }

        private void eat() {
            var ctx = context();
            if (ctx == null || appetite == Appetite.ALL) {
                return;
            }
            ctx.channel().config().setAutoRead(false);
            if (appetite == Appetite.LITTLE) {
                bite(ctx);
            }
        }

        /// A decoder asks for more by itself, also where nothing is read unasked.
        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
            if (ctx.channel().config().isAutoRead()) {
                super.channelReadComplete(ctx);
            }
        }

        private void bite(ChannelHandlerContext ctx) {
            if (isCurrent()) {
                ctx.read();
                var _ = loop.schedule(() -> bite(ctx), BITES_EVERY_MS, TimeUnit.MILLISECONDS);
            }
        }
    }
}
