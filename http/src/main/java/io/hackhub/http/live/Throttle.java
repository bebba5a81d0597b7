package io.hackhub.http.live;

import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much one connection may ask for. What is over it is refused with a wait; whoever goes on all the same is closed.
final class Throttle {

    private static final double FRAMES = 100;
    private static final double FRAMES_AT_ONCE = 1_000;
    private static final double REPAIRS = 5;
    private static final double REPAIRS_AT_ONCE = 50;
    private static final double REFUSALS = 20;
    private static final double REFUSALS_AT_ONCE = 500;

    private final boolean on;
    private final UserThrottles users;
    private final Allowance frames;
    private final Allowance repairs;
    private final Allowance refusals;
    private @Nullable UserId user;
    private @Nullable Allowance commands;

    Throttle(boolean on, UserThrottles users, Instant now) {
        this.on = on;
        this.users = users;
        this.frames = new Allowance(FRAMES, FRAMES_AT_ONCE, now);
        this.repairs = new Allowance(REPAIRS, REPAIRS_AT_ONCE, now);
        this.refusals = new Allowance(REFUSALS, REFUSALS_AT_ONCE, now);
    }

    void signedIn(UserId person, Instant now) {
        user = person;
        commands = users.enter(person, now);
    }

    void closed(Instant now) {
        if (user != null) {
            users.leave(user, now);
        }
    }

    /// Zero, or how long to wait.
    Duration frame(ClientFrame frame, Instant now) {
        if (!on) {
            return Duration.ZERO;
        }
        var wait = frames.take(now);
        return wait.isZero() ? kind(frame, now) : wait;
    }

    private Duration kind(ClientFrame frame, Instant now) {
        return switch (frame) {
            case ClientFrame.Command _ -> commands == null ? Duration.ZERO : commands.take(now);
            case ClientFrame.Repair _, ClientFrame.Who _ -> repairs.take(now);
            case ClientFrame.Auth _,
                    ClientFrame.Subscribe _,
                    ClientFrame.Unsubscribe _,
                    ClientFrame.Typing _,
                    ClientFrame.Read _,
                    ClientFrame.Invalid _,
                    ClientFrame.Malformed _ -> Duration.ZERO;
        };
    }

    /// Counts a frame that was refused, or that made no sense. False: that was one too many.
    boolean bear(Instant now) {
        return !on || refusals.take(now).isZero();
    }
}
