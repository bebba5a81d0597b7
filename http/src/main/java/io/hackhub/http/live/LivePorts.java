package io.hackhub.http.live;

import io.hackhub.core.account.Verifier;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/// What a connection needs of the rest of the program; one object for all connections of a node.
///
/// @param hub this node's
/// @param authors who somebody is, empty where there is no such account any more
public record LivePorts(
        Hub hub,
        Commands commands,
        Sessions sessions,
        Verifier tokens,
        Authors authors,
        InstantSource clock,
        RandomGenerator random) {

    /// Takes what connections want of channels.
    @FunctionalInterface
    public interface Hub {
        void tell(HubCommand command);
    }

    /// Looks up one person's card.
    @FunctionalInterface
    public interface Authors {
        CompletionStage<Optional<Author>> of(UserId user);
    }
}
