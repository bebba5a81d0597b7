package io.hackhub.core.account;

import io.hackhub.core.account.MailTokenTable.Purpose;
import io.hackhub.core.account.PasswordRules.Flaw;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What a mail's link is good for: confirming an address, and choosing a new password.
public final class Recovery {

    /// What comes of choosing a new password.
    public sealed interface Reset {
        record Done() implements Reset {}

        /// The token is wrong, expired or used.
        record InvalidToken() implements Reset {}

        record WeakPassword(Flaw flaw) implements Reset {}
    }

    private final Database database;
    private final InstantSource clock;
    private final Passwords passwords;
    private final Revocations revocations;
    private final Mails mails;
    private final Cards cards;

    public Recovery(
            Database database,
            AccountSettings settings,
            InstantSource clock,
            Passwords passwords,
            Revocations revocations,
            Mailer mailer,
            Cards cards) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.revocations = revocations;
        this.mails = new Mails(mailer, settings.publicUrl());
        this.cards = cards;
    }

    /// Whether the token was one of this very account's.
    public CompletableFuture<Boolean> verifyEmail(UserId user, String token) {
        return database.run(db -> {
                    var now = clock.instant();
                    var hash = Mails.hash(token);
                    var theirs = MailTokenTable.find(db, hash, Purpose.VERIFY_EMAIL, now)
                            .filter(user::equals)
                            .isPresent();
                    if (!theirs || !MailTokenTable.use(db, hash)) {
                        return false;
                    }
                    AccountTable.setVerified(db, user, now);
                    return true;
                })
                .thenApply(done -> {
                    cards.forget(user);
                    return done;
                });
    }

    /// Sends a link if there is such an account. Whoever asks must not wait for the result, which would tell.
    public CompletableFuture<Boolean> forgotPassword(String email) {
        return database.run(db -> {
                    var user = AccountTable.findByEmail(db, email)
                            .map(AccountTable.Credentials::user)
                            .filter(it -> !it.demo() && !it.suspended());
                    return user.isPresent()
                            ? Optional.of(mails.prepare(db, user.get(), Purpose.RESET_PASSWORD, clock.instant()))
                            : Optional.<Mailer.Mail>empty();
                })
                .thenApply(mail -> {
                    mail.ifPresent(mails::send);
                    return mail.isPresent();
                });
    }

    /// Sets the password and ends every session. The address counts as confirmed: the link came to it.
    public CompletableFuture<Reset> resetPassword(String token, String password) {
        var hash = Mails.hash(token);
        return database.run(db -> {
                    var user = MailTokenTable.find(db, hash, Purpose.RESET_PASSWORD, clock.instant());
                    return user.isPresent() ? AccountTable.find(db, user.get()) : Optional.<User>empty();
                })
                .thenCompose(user -> user.isEmpty()
                        ? CompletableFuture.completedFuture(new Reset.InvalidToken())
                        : reset(user.get(), hash, password));
    }

    private CompletableFuture<Reset> reset(User user, byte[] tokenHash, String password) {
        var flaw = PasswordRules.flaw(password, user.username(), user.email());
        if (flaw.isPresent()) {
            return CompletableFuture.completedFuture(new Reset.WeakPassword(flaw.get()));
        }
        return passwords
                .hash(password)
                .thenCompose(hash -> database.run(db -> MailTokenTable.use(db, tokenHash)
                                ? Optional.of(set(db, user, hash))
                                : Optional.<List<SessionId>>empty())
                        .thenApply(sessions -> {
                            cards.forget(user.id());
                            revocations.revoked(sessions.orElse(List.of()));
                            return sessions.isPresent() ? new Reset.Done() : new Reset.InvalidToken();
                        }));
    }

    private List<SessionId> set(java.sql.Connection db, User user, String hash) throws java.sql.SQLException {
        var now = clock.instant();
        AccountTable.setPassword(db, user.id(), hash, now);
        AccountTable.setVerified(db, user.id(), now);
        return SessionTable.revokeAll(db, user.id(), now);
    }
}
