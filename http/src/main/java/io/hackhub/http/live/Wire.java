package io.hackhub.http.live;

import io.hackhub.core.live.Batch;
import io.hackhub.core.live.Bytes;
import java.time.InstantSource;

/// The way to one client: counts what goes out, and watches whether the client takes it. Once it has ended nothing goes
/// out any more, whoever still sends.
final class Wire {

    private final Outbound out;
    private final LiveMetrics metrics;
    private final SlowReader slow;
    private final InstantSource clock;
    private boolean ended;

    Wire(Outbound out, LiveNode node) {
        var settings = node.settings();
        this.out = out;
        this.metrics = node.metrics();
        this.slow =
                new SlowReader(settings.bounds().pending(), settings.timing().slow());
        this.clock = node.ports().clock();
    }

    void send(ServerFrame frame) {
        if (!ended) {
            out.send(frame.encode());
            metrics.sent();
        }
    }

    void send(Bytes frame) {
        if (!ended) {
            out.send(frame);
            metrics.sent();
        }
    }

    void send(Batch batch) {
        if (!ended) {
            out.send(batch);
            metrics.sentEvents(batch.frames().size());
        }
    }

    /// Sends what may be dropped, or drops it.
    void offer(Bytes frame) {
        if (ended || out.isFull()) {
            metrics.dropped();
        } else {
            send(frame);
        }
    }

    void ping() {
        if (!ended) {
            out.ping();
        }
    }

    boolean isFull() {
        return out.isFull();
    }

    long pending() {
        return out.pending();
    }

    boolean isTooSlow() {
        return !ended && slow.isTooSlow(out.pending(), clock);
    }

    boolean hasEnded() {
        return ended;
    }

    /// False: it had already.
    boolean end() {
        var first = !ended;
        ended = true;
        return first;
    }

    /// Tells the client why it has ended, and closes the socket.
    void close(CloseCode code, String reason) {
        out.close(code, reason);
    }
}
