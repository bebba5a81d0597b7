package io.hackhub.http.live;

import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many commands a person may send, counted over all their connections to this node, closed ones too: an
/// allowance is forgotten only once it is whole again. All event loops share it.
final class UserThrottles {

    private static final double COMMANDS = 20;
    private static final double COMMANDS_AT_ONCE = 60;

    private record Shared(Allowance commands, int connections) {}

    private final Map<UserId, Shared> users = new HashMap<>();

    /// Of those without a connection, whoever has been gone longest first.
    private final Map<UserId, Allowance> gone = new LinkedHashMap<>();

    synchronized Allowance enter(UserId user, Instant now) {
        forgetTheRested(now);
        var known = users.get(user);
        var commands = known == null ? allowance(user, now) : known.commands();
        users.put(user, new Shared(commands, known == null ? 1 : known.connections() + 1));
        return commands;
    }

    private Allowance allowance(UserId user, Instant now) {
        var left = gone.remove(user);
        return left == null ? new Allowance(COMMANDS, COMMANDS_AT_ONCE, now) : left;
    }

    synchronized void leave(UserId user, Instant now) {
        var known = users.get(user);
        if (known == null) {
            return;
        }
        if (known.connections() > 1) {
            users.put(user, new Shared(known.commands(), known.connections() - 1));
        } else {
            users.remove(user);
            gone.put(user, known.commands());
        }
        forgetTheRested(now);
    }

    private void forgetTheRested(Instant now) {
        var longest = gone.values().iterator();
        while (longest.hasNext() && longest.next().isWhole(now)) {
            longest.remove();
        }
    }

    synchronized int size() {
        return users.size() + gone.size();
    }
}
