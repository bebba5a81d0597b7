package io.hackhub.core.projection;

import java.util.concurrent.CompletionStage;

/// Does what follows from an event outside the database. Called until it succeeds and perhaps again after that: so
/// doing it twice must be doing it once.
@FunctionalInterface
public interface Consequence<E> {
    CompletionStage<?> of(Stored<E> stored);
}
