package io.hackhub.core.account;

import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The sessions whose access tokens count no more, in this node's memory. It hears of them from here, from other nodes
/// ([RevocationWatch]) and from the table; listeners are told of each once.
public final class Revocations implements Verifier {

    /// As long as a token can outlive its session, and some clocks' difference.
    private static final Duration KEPT = AccessTokens.LIFETIME.plusMinutes(5);
    /// How late a transaction may commit what it dated earlier.
    private static final Duration OVERLAP = Duration.ofMinutes(1);
    private static final Duration IN_TABLE = Duration.ofHours(1);

    private final AccessTokens tokens;
    private final Database database;
    private final InstantSource clock;
    private final Map<SessionId, Instant> revoked = new ConcurrentHashMap<>();
    private final List<Consumer<SessionId>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Set<SessionId>>> others = new CopyOnWriteArrayList<>();
    private volatile Instant polled;

    public Revocations(AccessTokens tokens, Database database, InstantSource clock) {
        this.tokens = tokens;
        this.database = database;
        this.clock = clock;
        this.polled = clock.instant().minus(KEPT);
    }

    @Override
    public Optional<Verified> verify(String token) {
        return tokens.read(token).filter(it -> !isRevoked(it.session()));
    }

    @Override
    public boolean isRevoked(SessionId session) {
        return revoked.containsKey(session);
    }

    /// Calls `listener` with each session that is revoked from now on, on any thread; it must be quick.
    public void listen(Consumer<SessionId> listener) {
        listeners.add(listener);
    }

    /// How the other nodes are told.
    void tellOthersBy(Consumer<Set<SessionId>> messenger) {
        others.add(messenger);
    }

    /// What this node has just committed to the table.
    void revoked(Collection<SessionId> sessions) {
        learn(sessions);
        if (!sessions.isEmpty()) {
            others.forEach(messenger -> messenger.accept(Set.copyOf(sessions)));
        }
    }

    /// What another node said, or the table.
    void learn(Collection<SessionId> sessions) {
        var now = clock.instant();
        for (var session : sessions) {
            if (revoked.putIfAbsent(session, now) == null) {
                listeners.forEach(listener -> listener.accept(session));
            }
        }
    }

    /// Reads what the table has got since last time, and forgets what has expired. Once before the program listens,
    /// then every ten seconds.
    public CompletableFuture<Void> poll() {
        var now = clock.instant();
        return database.run(db -> {
                    RevokedTable.deleteBefore(db, now.minus(IN_TABLE));
                    return RevokedTable.since(db, polled.minus(OVERLAP));
                })
                .thenAccept(sessions -> {
                    learn(sessions);
                    polled = now;
                    revoked.values().removeIf(since -> since.isBefore(now.minus(KEPT)));
                });
    }
}
