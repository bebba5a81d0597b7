package io.hackhub.core.live;

import io.hackhub.core.shared.Channel;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// What is older than a feed's ring, read from the journal on this node.
@FunctionalInterface
public interface Backlog {
    /// The events `from`..`to`, both included, dense and in order; fewer where the journal ends before `to`.
    CompletionStage<List<EventFrame>> read(Channel.Log channel, long from, long to);
}
