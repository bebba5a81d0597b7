package io.hackhub.http.live;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Where commands go, and where their outcomes come back from.
public interface Commands {

    /// Who acts. `admin` is the platform's role.
    record Actor(Author author, boolean admin) {
        UserId id() {
            return author.id();
        }
    }

    /// Exactly one outcome comes back, on `executor`: that of the command, or `unavailable` after a while.
    void submit(Actor actor, ClientFrame.Command command, Executor executor, Consumer<Outcome> reply);

    /// As [#submit]: until then `user` may not write there; a time that has passed takes it back.
    void mute(Actor actor, Channel.Log channel, UserId user, Instant until, Executor executor, Consumer<Outcome> reply);

    void typing(UserId user, Channel.Log channel);
}
