package io.hackhub.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/// One signed-in socket. Everything here happens on its event loop, of which a run has only one, so that nothing needs
/// a lock.
public final class Line extends Wire implements Seat {

    private final Dialect dialect;
    private final String token;
    private final Faults faults;
    private final Queue<String> toJoin;
    private final CompletableFuture<Line> entered = new CompletableFuture<>();
    private Listener listener = Listener.DEAF;
    private boolean closing;

    Line(Dialect dialect, String token, List<String> channels, Faults faults) {
        super(dialect);
        this.dialect = dialect;
        this.token = token;
        this.toJoin = new ArrayDeque<>(channels);
        this.faults = faults;
    }

    /// Done when it is signed in and follows all its channels.
    CompletableFuture<Line> entered() {
        return entered;
    }

    @Override
    public void listen(Listener other) {
        listener = other;
    }

    @Override
    public void post(Dialect.Post what, String channel, long number, String text) {
        text(dialect.post(what, channel, number, text));
    }

    @Override
    public void score(String channel, long number, String team, double score) {
        text(dialect.score(channel, number, team, score));
    }

    public void close() {
        closing = true;
        shut();
    }

    @Override
    void opened() {
        if (dialect.speaksFirst()) {
            text(dialect.signIn(token));
        }
    }

    @Override
    void received(ByteBuf frame) {
        switch (dialect.kind(frame)) {
            case EVENT -> listener.event(frame);
            case BOARD -> listener.board(frame);
            case ACK -> listener.acknowledged(dialect.number(frame));
            case REFUSED -> refused(frame);
            case HELLO -> text(dialect.signIn(token));
            case READY, JOINED -> joinNext();
            case PING -> text(dialect.pong());
            case LEAVE, OTHER -> {}
        }
    }

    private void refused(ByteBuf frame) {
        if (entered.isDone()) {
            listener.refused(dialect.number(frame), frame.toString(UTF_8));
        } else {
            fail("refused: " + frame.toString(UTF_8));
        }
    }

    private void joinNext() {
        var next = toJoin.poll();
        if (next != null) {
            text(dialect.join(next));
        } else {
            entered.complete(this);
        }
    }

    @Override
    void ended(int code, String why) {
        fail(why);
    }

    private void fail(String why) {
        if (!closing && !entered.completeExceptionally(new IllegalStateException(why)) && isInside()) {
            faults.add(why);
        }
    }

    /// Who was turned away comes again on another line: no fault of the run.
    private boolean isInside() {
        return !entered.isCompletedExceptionally();
    }
}
