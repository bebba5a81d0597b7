package io.hackhub.core.account;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Who is who, from a bounded memory that is at most ten seconds behind the table; what this node changes is seen at
/// once.
public final class Cards {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MAX = 20_000;

    private record Known(User user, Instant at) {}

    private final Database database;
    private final InstantSource clock;
    private final Map<UserId, Known> known = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Known> eldest) {
            return size() > MAX;
        }
    };

    public Cards(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Those who have an account, by id.
    public CompletableFuture<Map<UserId, User>> users(Collection<UserId> ids) {
        var missing = new HashSet<UserId>();
        var found = remembered(ids, missing);
        return missing.isEmpty()
                ? CompletableFuture.completedFuture(found)
                : database.run(db -> AccountTable.findAll(db, missing)).thenApply(users -> {
                    users.forEach(this::put);
                    users.forEach(user -> found.put(user.id(), user));
                    return found;
                });
    }

    public CompletableFuture<Optional<User>> user(UserId id) {
        return users(Set.of(id)).thenApply(users -> Optional.ofNullable(users.get(id)));
    }

    /// Everybody's card, also of those whose account is gone.
    public CompletableFuture<Map<UserId, Card>> cards(Collection<UserId> ids) {
        return users(ids)
                .thenApply(users -> Set.copyOf(ids).stream()
                        .collect(toMap(
                                Function.identity(),
                                id -> Optional.ofNullable(users.get(id))
                                        .map(User::card)
                                        .orElseGet(() -> Card.gone(id)))));
    }

    /// Those who have an account: what a room needs to name people.
    public CompletableFuture<Map<UserId, Author>> authors(Set<UserId> ids) {
        return users(ids).thenApply(users -> users.values().stream().collect(toMap(User::id, User::author)));
    }

    public CompletableFuture<Optional<Author>> author(UserId id) {
        return user(id).thenApply(user -> user.map(User::author));
    }

    /// Usernames without regard to case; the answer's keys are as asked.
    public CompletableFuture<Map<String, UserId>> named(Set<String> usernames) {
        if (usernames.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        var lower =
                usernames.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(toSet());
        return database.run(db -> AccountTable.findByUsernames(db, lower)).thenApply(users -> {
            var ids = users.stream().collect(toMap(user -> user.username().toLowerCase(Locale.ROOT), User::id));
            return usernames.stream()
                    .filter(name -> ids.containsKey(name.toLowerCase(Locale.ROOT)))
                    .collect(toMap(Function.identity(), name -> ids.get(name.toLowerCase(Locale.ROOT))));
        });
    }

    /// The account with this e-mail address or username.
    public CompletableFuture<Optional<User>> byEmailOrUsername(String text) {
        return database.run(db -> AccountTable.findByName(db, text));
    }

    /// What was just read or written; an older version changes nothing.
    void put(User user) {
        synchronized (known) {
            var before = known.get(user.id());
            if (before == null || before.user().version() <= user.version()) {
                known.put(user.id(), new Known(user, clock.instant()));
            }
        }
    }

    void forget(UserId id) {
        synchronized (known) {
            known.remove(id);
        }
    }

    private Map<UserId, User> remembered(Collection<UserId> ids, Set<UserId> missing) {
        var oldest = clock.instant().minus(FRESH);
        var found = new HashMap<UserId, User>();
        synchronized (known) {
            for (var id : ids) {
                var one = known.get(id);
                if (one != null && one.at().isAfter(oldest)) {
                    found.put(id, one.user());
                } else {
                    missing.add(id);
                }
            }
        }
        return found;
    }
}
