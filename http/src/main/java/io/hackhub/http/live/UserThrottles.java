package io.hackhub.http.live;

import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// How many commands a person may send, counted over all their connections to this node.
final class UserThrottles {

    private static final double COMMANDS = 20;
    private static final double COMMANDS_AT_ONCE = 60;

    private record Shared(Allowance commands, int connections) {}

    private final ConcurrentMap<UserId, Shared> users = new ConcurrentHashMap<>();

    Allowance enter(UserId user, Instant now) {
        return users.compute(
                        user,
                        (_, known) -> known == null
                                ? new Shared(new Allowance(COMMANDS, COMMANDS_AT_ONCE, now), 1)
                                : new Shared(known.commands(), known.connections() + 1))
                .commands();
    }

    void leave(UserId user) {
        users.computeIfPresent(
                user,
                (_, known) -> known.connections() == 1 ? null : new Shared(known.commands(), known.connections() - 1));
    }

    int size() {
        return users.size();
    }
}
