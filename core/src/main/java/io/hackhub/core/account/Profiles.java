package io.hackhub.core.account;

import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// What people write about themselves.
public final class Profiles {

    private final Database database;
    private final InstantSource clock;
    private final Cards cards;

    public Profiles(Database database, InstantSource clock, Cards cards) {
        this.database = database;
        this.clock = clock;
        this.cards = cards;
    }

    /// As the table has it, for its owner.
    public CompletableFuture<Optional<User>> of(UserId id) {
        return database.run(db -> AccountTable.find(db, id));
    }

    /// Empty if the account is no longer at `expected`.
    public CompletableFuture<Optional<User>> write(UserId id, User.Profile profile, OptionalLong expected) {
        return database.run(db -> AccountTable.updateProfile(db, id, profile, expected, clock.instant()))
                .thenApply(this::remembered);
    }

    /// Empty if the account is no longer at `expected`.
    public CompletableFuture<Optional<User>> writeSkills(UserId id, List<String> skills, OptionalLong expected) {
        return database.run(db -> AccountTable.updateSkills(db, id, skills, expected, clock.instant()))
                .thenApply(this::remembered);
    }

    private Optional<User> remembered(Optional<User> user) {
        user.ifPresent(cards::put);
        return user;
    }
}
