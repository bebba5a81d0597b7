package io.hackhub.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.List;

/// How far somebody has read each of the channels of `hackhub.v1` that they follow.
final class Cursors {

    /// What an event is to somebody who has read so far.
    enum Step {
        NEXT,
        KNOWN,
        GAP
    }

    static final long NOWHERE = -1;

    private static final int NAME = "{\"type\":\"event\",\"channel\":\"".length();
    private static final byte[] SEQ = "\"seq\":".getBytes(UTF_8);
    private static final byte[] HEAD = "\"head\":".getBytes(UTF_8);
    private static final byte[] FROM = "\"from\":".getBytes(UTF_8);

    private final byte[][] names;
    private final long[] last;

    Cursors(List<String> channels) {
        names = channels.stream().map(it -> (it + "\"").getBytes(UTF_8)).toArray(byte[][]::new);
        last = new long[names.length];
        Arrays.fill(last, NOWHERE);
    }

    void beginAtFirst() {
        Arrays.fill(last, 0);
    }

    long last(int channel) {
        return last[channel];
    }

    /// What the answer to a subscription skips: events that lie between the last one read and the first one that comes.
    long begin(int channel, ByteBuf subscribed) {
        long from = Marker.field(subscribed, FROM);
        long skipped = last[channel] == NOWHERE ? 0 : from - 1 - last[channel];
        last[channel] = from - 1;
        return skipped;
    }

    /// Below the last event that was read: the server has forgotten something.
    boolean isBehind(int channel, ByteBuf subscribed) {
        return last[channel] > Marker.field(subscribed, HEAD);
    }

    Step read(ByteBuf event) {
        int channel = channelOf(event);
        long seq = Marker.field(event, SEQ);
        if (seq <= last[channel]) {
            return Step.KNOWN;
        }
        boolean next = seq == last[channel] + 1;
        last[channel] = seq;
        return next ? Step.NEXT : Step.GAP;
    }

    private int channelOf(ByteBuf event) {
        int at = event.readerIndex() + NAME;
        for (int channel = 0; channel < names.length; channel++) {
            if (begins(event, at, names[channel])) {
                return channel;
            }
        }
        throw new IllegalStateException("an event of a channel that is not followed: " + event.toString(UTF_8));
    }

    private static boolean begins(ByteBuf frame, int at, byte[] name) {
        if (at + name.length > frame.writerIndex()) {
            return false;
        }
        for (int i = name.length - 1; i >= 0; i--) {
            if (frame.getByte(at + i) != name[i]) {
                return false;
            }
        }
        return true;
    }
}
