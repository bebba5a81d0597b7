package io.hackhub.core.account;

import io.hackhub.core.access.AuditLog;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What whoever runs HackHub does to accounts: from the settings at start, from `bin/hackhub admin`, for the demo.
/// Blocking: for start-up and the command line.
public final class Admins {

    /// What came of it, as one line for a person; `ok` decides the exit code.
    public record Outcome(boolean ok, String line) {}

    /// Somebody made up. Without a password they sign in only at one click, while the demo is open.
    public record DemoPerson(String email, String username, String fullName, Optional<String> password) {}

    private static final int PASSWORD_BYTES = 15;

    private final Database database;
    private final InstantSource clock;
    private final Passwords passwords;
    private final SecureRandom random = new SecureRandom();

    public Admins(Database database, InstantSource clock, Passwords passwords) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
    }

    /// `HACKHUB_ADMIN_EMAIL` and `HACKHUB_ADMIN_PASSWORD`: makes that admin, or grants the role to who is verified.
    public Outcome bootstrap(String email, String password) {
        var found = database.now(db -> AccountTable.findByEmail(db, email)).map(AccountTable.Credentials::user);
        if (found.isPresent()) {
            return found.get().emailVerified()
                    ? granted(found.get())
                    : new Outcome(
                            false,
                            "HACKHUB_ADMIN_EMAIL: that account exists and is not verified"
                                    + " (expected: a verified or a new address)");
        }
        var name = username(email);
        var flaw = PasswordRules.flaw(password, name, email);
        if (flaw.isPresent()) {
            return new Outcome(
                    false,
                    "HACKHUB_ADMIN_PASSWORD: %s (expected: 12 to 128 characters, not a common one)"
                            .formatted(flaw.get()));
        }
        insert(new User.New(newId(), email, name, "Administrator", hash(password), PlatformRole.ADMIN, true, false));
        return new Outcome(true, "The administrator's account was made.");
    }

    /// `bin/hackhub admin grant <email or username>`.
    public Outcome grant(String emailOrUsername) {
        return database.now(db -> AccountTable.findByName(db, emailOrUsername))
                .map(this::granted)
                .orElseGet(Admins::unknown);
    }

    /// `bin/hackhub admin reset-password <email or username>`: a random password, in the line, once; all sessions end
    /// within ten seconds.
    public Outcome resetPassword(String emailOrUsername) {
        return database.now(db -> AccountTable.findByName(db, emailOrUsername))
                .map(user -> {
                    var password = randomPassword();
                    var hash = hash(password);
                    database.now(db -> {
                        AccountTable.setPassword(db, user.id(), hash, clock.instant());
                        return SessionTable.revokeAll(db, user.id(), clock.instant());
                    });
                    return new Outcome(true, "The new password: " + password);
                })
                .orElseGet(Admins::unknown);
    }

    /// Ends or restores somebody's access, on record. Says which sessions ended, for [Revocations].
    public List<SessionId> suspend(UserId user, boolean suspended, UserId by) {
        return database.now(db -> {
            var now = clock.instant();
            AccountTable.setSuspended(db, user, suspended, now);
            var action = suspended ? "user.suspend" : "user.restore";
            AuditLog.append(db, now, random, by, action, "user/" + user, "");
            return suspended ? SessionTable.revokeAll(db, user, now) : List.of();
        });
    }

    /// Whether nobody has an account yet.
    public boolean isEmpty() {
        return database.now(AccountTable::isEmpty);
    }

    public User createDemoPerson(DemoPerson person) {
        var hash = person.password().map(this::hash).orElse(null);
        return insert(new User.New(
                newId(), person.email(), person.username(), person.fullName(), hash, PlatformRole.USER, true, true));
    }

    public String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Outcome granted(User user) {
        database.now(db -> {
            AccountTable.setRole(db, user.id(), PlatformRole.ADMIN, clock.instant());
            return true;
        });
        return new Outcome(true, "%s is an administrator.".formatted(user.username()));
    }

    private static Outcome unknown() {
        return new Outcome(false, "There is no such account.");
    }

    private User insert(User.New user) {
        return database.now(db -> AccountTable.insert(db, user, clock.instant()));
    }

    private UserId newId() {
        return new UserId(Uuids.v7(clock.instant(), random));
    }

    private String hash(String password) {
        return passwords.hash(password).join();
    }

    /// Made from the address, and free.
    private String username(String email) {
        var base = email.split("@", 2)[0].replaceAll("[^A-Za-z0-9_-]", "").replaceFirst("^[_-]+", "");
        var name = base.length() < 3 ? "admin" : base.substring(0, Math.min(base.length(), 24));
        var taken = database.now(db -> AccountTable.findByName(db, name)).isPresent();
        return taken ? name + "-" + (1000 + random.nextInt(9000)) : name;
    }
}
