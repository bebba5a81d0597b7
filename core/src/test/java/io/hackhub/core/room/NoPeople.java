package io.hackhub.core.room;

import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Nobody has an account.
public record NoPeople() implements People {

    @Override
    public CompletionStage<Map<UserId, Author>> authors(Set<UserId> ids) {
        return CompletableFuture.completedFuture(new HashMap<>());
    }

    @Override
    public CompletionStage<Map<String, UserId>> named(Set<String> usernames) {
        return CompletableFuture.completedFuture(Map.of());
    }
}
