package io.hackhub.http.live;

import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.live.ClientFrame.Acknowledge;
import io.hackhub.http.live.ClientFrame.Act;
import io.hackhub.http.live.ClientFrame.Auth;
import io.hackhub.http.live.ClientFrame.Command;
import io.hackhub.http.live.ClientFrame.Invalid;
import io.hackhub.http.live.ClientFrame.Malformed;
import io.hackhub.http.live.ClientFrame.Read;
import io.hackhub.http.live.ClientFrame.Repair;
import io.hackhub.http.live.ClientFrame.Score;
import io.hackhub.http.live.ClientFrame.Subscribe;
import io.hackhub.http.live.ClientFrame.Typing;
import io.hackhub.http.live.ClientFrame.Unsubscribe;
import io.hackhub.http.live.ClientFrame.Who;
import io.hackhub.http.live.Commands.Actor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a client that is inside asks for: counted, bounded, and passed on to whoever knows the answer.
final class Requests {

    private static final long BUSY_MS = 500;

    private final LiveNode node;
    private final LiveConnection connection;
    private final Subscriptions subscriptions;
    private final Throttle throttle;
    private int inFlight;
    private boolean draining;

    Requests(LiveNode node, LiveConnection connection, Subscriptions subscriptions, Instant now) {
        this.node = node;
        this.connection = connection;
        this.subscriptions = subscriptions;
        this.throttle = new Throttle(node.settings().rateLimits(), node.users(), now);
    }

    void signedIn(UserId user) {
        throttle.signedIn(user, now());
    }

    void closed() {
        throttle.closed(now());
    }

    /// Counts a frame without meaning, such as a ping.
    void count() {
        bear(now());
    }

    /// False: too fast, and answered.
    boolean admits(ClientFrame frame) {
        var now = now();
        var wait = throttle.frame(frame, now);
        if (wait.isZero()) {
            return true;
        }
        if (bear(now)) {
            refuseForNow(idOf(frame), RefusalCode.RATE_LIMITED, "too fast", wait);
        }
        return false;
    }

    /// `actor` is null for a guest.
    void handle(ClientFrame frame, @Nullable Actor actor) {
        if (!admits(frame)) {
            return;
        }
        switch (frame) {
            case Subscribe it -> subscribe(it, actor);
            case Unsubscribe it -> unsubscribe(it);
            case Repair it -> repair(it);
            case Who it -> who(it);
            case Typing it -> typing(it, actor);
            case Read it -> read(it, actor);
            case Command it -> command(it, actor);
            case Auth _, Invalid _, Malformed _ -> throw new IllegalStateException("not a request");
        }
    }

    private void subscribe(Subscribe request, @Nullable Actor actor) {
        if (draining) {
            refuse(request, RefusalCode.UNAVAILABLE, "this node is going away");
        } else if (actor == null && isPrivate(request.channel())) {
            refuse(request, RefusalCode.DENIED, "not for guests");
        } else if (!subscriptions.ask(request.id(), request.channel())) {
            refuse(
                    new ServerFrame.Refusal(
                            request.id(), RefusalCode.OVERLOADED.wire(), "too many subscriptions", false, null),
                    RefusalCode.OVERLOADED);
        } else {
            var since = request.channel() instanceof Channel.Log ? request.since() : null;
            hub(new HubCommand.Subscribe(request.id(), request.channel(), since, connection));
        }
    }

    /// Known without asking anybody: a guest is on no team and has no inbox.
    private static boolean isPrivate(Channel channel) {
        return switch (channel) {
            case Channel.TeamChat _, Channel.Inbox _ -> true;
            case Channel.HackathonChat _, Channel.Announcements _, Channel.Board _ -> false;
        };
    }

    private void unsubscribe(Unsubscribe request) {
        hub(new HubCommand.Unsubscribe(request.id(), request.channel(), connection));
    }

    private void repair(Repair request) {
        if (!subscriptions.reads(request.channel())) {
            refuse(request, RefusalCode.DENIED, "subscribe first");
        } else if (request.from() < subscriptions.from(request.channel())) {
            refuse(request, RefusalCode.BAD_REQUEST, "from: below the first event of this subscription");
        } else {
            hub(new HubCommand.Repair(request.id(), request.channel(), request.from(), request.to(), connection));
        }
    }

    private void who(Who request) {
        if (subscriptions.reads(request.channel())) {
            hub(new HubCommand.AskWho(request.id(), request.channel(), connection));
        } else {
            refuse(request, RefusalCode.DENIED, "subscribe first");
        }
    }

    private void typing(Typing typing, @Nullable Actor actor) {
        if (actor != null && subscriptions.types(typing.channel(), now())) {
            node.ports().commands().typing(actor.id(), typing.channel());
        }
    }

    private void read(Read read, @Nullable Actor actor) {
        if (actor != null) {
            subscriptions.read(read.channel(), read.seq());
        }
    }

    private void command(Command command, @Nullable Actor actor) {
        if (actor == null) {
            refuse(command, RefusalCode.UNAUTHENTICATED, "guests only read");
        } else if (draining) {
            refuse(command, RefusalCode.UNAVAILABLE, "this node is going away");
        } else if (inFlight >= node.settings().bounds().inFlight()) {
            refuseForNow(command.id(), RefusalCode.OVERLOADED, "too many at once", Duration.ofMillis(BUSY_MS));
        } else {
            inFlight++;
            node.metrics().command();
            long began = System.nanoTime();
            node.ports()
                    .commands()
                    .submit(actor, command, connection.lane(), outcome -> answer(command.id(), outcome, began));
        }
    }

    private void answer(long id, Outcome outcome, long began) {
        inFlight--;
        if (connection.isClosed()) {
            return;
        }
        switch (outcome) {
            case Outcome.Acked(var _, var cid, var seq, var data, var duplicate) ->
                connection.send(new ServerFrame.Ack(id, cid, seq, data, duplicate));
            case Outcome.Refused(var _, var code, var message, var retryable, var afterMs) ->
                refuse(new ServerFrame.Refusal(id, code.wire(), message, retryable, afterMs), code);
        }
        node.metrics().answered(outcome, began);
        closeIfDrained();
    }

    /// Nothing new from now on; when what is under way is answered, the connection ends.
    void drain() {
        draining = true;
        closeIfDrained();
    }

    private void closeIfDrained() {
        if (draining && inFlight == 0) {
            connection.close(CloseCode.DRAINING, "this node is going away");
        }
    }

    void refuse(ClientFrame frame, RefusalCode code, String message) {
        if (bear(now())) {
            refuse(ServerFrame.Refusal.of(idOf(frame), code, message), code);
        }
    }

    /// Passes on what the hub refused. It counts where the client asked for what it may not have.
    void refused(long id, RefusalCode code, String message) {
        if (!isOff(code) || bear(now())) {
            refuse(ServerFrame.Refusal.of(id, code, message), code);
        }
    }

    /// Whether asking again is of no use.
    static boolean isOff(RefusalCode code) {
        return code == RefusalCode.DENIED || code == RefusalCode.NOT_FOUND;
    }

    private void refuseForNow(@Nullable Long id, RefusalCode code, String message, Duration wait) {
        refuse(new ServerFrame.Refusal(id, code.wire(), message, true, wait.toMillis()), code);
    }

    private void refuse(ServerFrame.Refusal refusal, RefusalCode code) {
        node.metrics().refused(code);
        connection.send(refusal);
    }

    /// False: that was one too many, and the connection is closed.
    private boolean bear(Instant now) {
        if (throttle.bear(now)) {
            return true;
        }
        connection.close(CloseCode.ABUSE, "too many refused frames");
        return false;
    }

    private static @Nullable Long idOf(ClientFrame frame) {
        return switch (frame) {
            case Subscribe it -> it.id();
            case Unsubscribe it -> it.id();
            case Repair it -> it.id();
            case Who it -> it.id();
            case Act it -> it.id();
            case Score it -> it.id();
            case Acknowledge it -> it.id();
            case Invalid it -> it.id();
            case Auth _, Typing _, Read _, Malformed _ -> null;
        };
    }

    private void hub(HubCommand command) {
        node.ports().hub().tell(command);
    }

    private Instant now() {
        return node.ports().clock().instant();
    }
}
