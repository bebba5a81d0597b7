package io.hackhub.core.live;

import io.hackhub.core.shared.Channel;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads what is older than a ring without blocking. `then` runs in the hub's turn, when all else may have changed; it
/// gets null where the backlog failed.
record OlderEvents(Backlog backlog, Hub.Turn turn) {

    void read(Channel.Log log, long from, long to, Consumer<@Nullable List<EventFrame>> then) {
        turn.after(backlog.read(log, from, to), (found, _) -> then.accept(found));
    }
}
