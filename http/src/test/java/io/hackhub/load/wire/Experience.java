package io.hackhub.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.Map;
import java.util.TreeMap;

/// What happens to [Follower]s, counted; of all on one event loop together.
public final class Experience {

    private static final String RESET = "\"reset\":true";

    long entered;
    long boards;
    private long resumed;
    private long skipping;
    private long behind;
    private long read;
    private long known;
    private long gaps;
    private final Map<Integer, Long> ends = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private String lastEnd = "";

    void joined(Cursors cursors, int channel, ByteBuf subscribed) {
        boolean again = cursors.last(channel) >= 0;
        if (again
                && (cursors.isBehind(channel, subscribed)
                        || subscribed.toString(UTF_8).contains(RESET))) {
            behind++;
        }
        long jump = cursors.begin(channel, subscribed);
        if (again) {
            resumed++;
            skipping += jump > 0 ? 1 : 0;
        }
    }

    void read(Cursors.Step step) {
        switch (step) {
            case NEXT -> read++;
            case KNOWN -> known++;
            case GAP -> gaps++;
        }
    }

    void ended(int code, String why) {
        ends.merge(code, 1L, Long::sum);
        lastEnd = why;
    }

    void refused(ByteBuf frame) {
        var text = frame.toString(UTF_8);
        int code = text.indexOf("\"code\":\"") + 8;
        refusals.merge(text.substring(code, text.indexOf('"', code)), 1L, Long::sum);
    }

    /// How often somebody has come to follow all its channels.
    public long entered() {
        return entered;
    }

    /// Subscriptions by a cursor.
    public long resumed() {
        return resumed;
    }

    /// Those among them after which older events must be looked up, because more was missed than is replayed.
    public long skipping() {
        return skipping;
    }

    /// Subscriptions for which the server knew less than the client.
    public long behind() {
        return behind;
    }

    /// Events that were the next ones.
    public long read() {
        return read;
    }

    /// Events that came once more.
    public long known() {
        return known;
    }

    /// Events before which one was missing.
    public long gaps() {
        return gaps;
    }

    public long boards() {
        return boards;
    }

    /// Connections that ended, by the server's code.
    public Map<Integer, Long> ends() {
        return Map.copyOf(ends);
    }

    /// Refusals by code.
    public Map<String, Long> refusals() {
        return Map.copyOf(refusals);
    }

    /// Why the last one ended.
    public String lastEnd() {
        return lastEnd;
    }
}
