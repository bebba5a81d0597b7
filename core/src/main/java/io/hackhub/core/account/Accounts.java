package io.hackhub.core.account;

import io.hackhub.core.account.AccountTable.Credentials;
import io.hackhub.core.account.MailTokenTable.Purpose;
import io.hackhub.core.account.Mailer.Mail;
import io.hackhub.core.account.RefreshTokens.Invalid;
import io.hackhub.core.account.RefreshTokens.Issued;
import io.hackhub.core.account.RefreshTokens.Outcome;
import io.hackhub.core.account.RefreshTokens.Reused;
import io.hackhub.core.account.SignIn.Granted;
import io.hackhub.core.account.SignIn.Reason;
import io.hackhub.core.account.SignIn.Refused;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.DatabaseException;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Becoming somebody here, and being let in: accounts and their sessions.
public final class Accounts {

    /// Whoever wants to register.
    public record Newcomer(String email, String username, String fullName, String password) {}

    private record Registered(SignIn signIn, Mail mail) {}

    private record Refreshed(Outcome outcome, Optional<User> user) {}

    private final Database database;
    private final AccountSettings settings;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Revocations revocations;
    private final Mails mails;
    private final Notices notices;

    public Accounts(
            Database database,
            AccountSettings settings,
            InstantSource clock,
            Passwords passwords,
            SigningKeys keys,
            AccessTokens accessTokens,
            Revocations revocations,
            Mailer mailer,
            Notices notices) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.refreshTokens = new RefreshTokens(keys, clock, random);
        this.revocations = revocations;
        this.mails = new Mails(mailer, settings.publicUrl());
        this.notices = notices;
    }

    public CompletableFuture<SignIn> register(Newcomer newcomer) {
        var flaw = PasswordRules.flaw(newcomer.password(), newcomer.username(), newcomer.email());
        return flaw.isPresent()
                ? CompletableFuture.completedFuture(new SignIn.WeakPassword(flaw.get()))
                : passwords.hash(newcomer.password()).thenCompose(hash -> insert(newcomer, hash));
    }

    /// An unknown address and a wrong password take the same time and get the same answer.
    public CompletableFuture<SignIn> login(String email, String password) {
        return database.run(db -> AccountTable.findByEmail(db, email))
                .thenCompose(found -> passwords
                        .matches(password, found.flatMap(Credentials::passwordHash))
                        .thenCompose(right -> enter(right ? found.map(Credentials::user) : Optional.empty())));
    }

    /// For the sign-in page of a demo on loopback: no password, and nobody but its made-up people.
    public CompletableFuture<SignIn> loginDemo(String username) {
        return database.run(db -> AccountTable.findByName(db, username))
                .thenCompose(user -> enter(user.filter(User::demo)));
    }

    public CompletableFuture<SignIn> refresh(String refreshToken) {
        return database.run(db -> refreshed(db, refreshToken)).thenApply(it -> switch (it.outcome()) {
            case Invalid() -> new Refused(Reason.BAD_CREDENTIALS);
            case Reused(var session, var user) -> {
                revocations.revoked(List.of(session));
                notices.tokenReused(user, session, clock.instant());
                yield new Refused(Reason.BAD_CREDENTIALS);
            }
            case Issued issued ->
                it.user().<SignIn>map(user -> granted(user, issued)).orElseGet(() -> {
                    revocations.revoked(List.of(issued.session()));
                    return new Refused(Reason.SUSPENDED);
                });
        });
    }

    public CompletableFuture<Void> logout(SessionId session) {
        return database.run(db -> {
                    SessionTable.revoke(db, session, clock.instant());
                    return List.of(session);
                })
                .thenAccept(revocations::revoked);
    }

    /// Signs out whoever holds this refresh token, used or not. Says whether there was anybody.
    public CompletableFuture<Boolean> logout(String refreshToken) {
        return database.run(db -> {
                    var family = refreshTokens.family(db, refreshToken);
                    if (family.isPresent()) {
                        SessionTable.revoke(db, family.get(), clock.instant());
                    }
                    return family;
                })
                .thenApply(family -> {
                    revocations.revoked(family.stream().toList());
                    return family.isPresent();
                });
    }

    /// Forgets sessions and mail tokens that have run out.
    public CompletableFuture<Boolean> tidy() {
        return database.run(db -> {
            SessionTable.deleteExpired(db, clock.instant());
            MailTokenTable.deleteExpired(db, clock.instant());
            return true;
        });
    }

    private CompletableFuture<SignIn> insert(Newcomer newcomer, String hash) {
        var id = new UserId(Uuids.v7(clock.instant(), random));
        var user = new User.New(
                id, newcomer.email(), newcomer.username(), newcomer.fullName(), hash, PlatformRole.USER, false, false);
        return database.run(db -> {
                    var inserted = AccountTable.insert(db, user, clock.instant());
                    var mail = mails.prepare(db, inserted, Purpose.VERIFY_EMAIL, clock.instant());
                    return new Registered(granted(inserted, refreshTokens.start(db, id)), mail);
                })
                .thenApply(registered -> {
                    mails.send(registered.mail());
                    return registered.signIn();
                })
                .exceptionally(Accounts::taken);
    }

    private static SignIn taken(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof DatabaseException refused && refused.violated(AccountTable.EMAIL_KEY)) {
            return new Refused(Reason.EMAIL_TAKEN);
        }
        if (cause instanceof DatabaseException refused && refused.violated(AccountTable.USERNAME_KEY)) {
            return new Refused(Reason.USERNAME_TAKEN);
        }
        throw new CompletionException(cause);
    }

    private CompletableFuture<SignIn> enter(Optional<User> found) {
        var user = found.filter(it -> !it.demo() || settings.demoOpen());
        if (user.isEmpty()) {
            return CompletableFuture.completedFuture(new Refused(Reason.BAD_CREDENTIALS));
        }
        return user.get().suspended()
                ? CompletableFuture.completedFuture(new Refused(Reason.SUSPENDED))
                : database.run(db ->
                        granted(user.get(), refreshTokens.start(db, user.get().id())));
    }

    private Refreshed refreshed(Connection db, String token) throws SQLException {
        var outcome = refreshTokens.refresh(db, token);
        if (!(outcome instanceof Issued issued)) {
            return new Refreshed(outcome, Optional.empty());
        }
        var user = AccountTable.find(db, issued.user()).filter(it -> !it.suspended());
        if (user.isEmpty()) {
            SessionTable.revoke(db, issued.session(), clock.instant());
        }
        return new Refreshed(outcome, user);
    }

    private Granted granted(User user, Issued issued) {
        var accessToken = accessTokens.issue(user.id(), issued.session(), user.role() == PlatformRole.ADMIN);
        return new Granted(user, accessToken, issued.token(), issued.expires());
    }
}
