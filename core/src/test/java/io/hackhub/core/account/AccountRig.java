package io.hackhub.core.account;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.account.Accounts.Newcomer;
import io.hackhub.core.account.Mailer.Mail;
import io.hackhub.core.account.SignIn.Granted;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.UserId;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The whole of accounts on a real database, with a clock, mails and notices that the test can see.
public final class AccountRig implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery staple";
    static final URI URL = URI.create("https://hackhub.example");
    static final SigningKeys KEYS = SigningKeys.parse("one:" + "a".repeat(32));
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final TestPostgres postgres = TestPostgres.create();
    public final Database database = postgres.database();
    public final TestClock clock = new TestClock();
    final List<Mail> mails = new CopyOnWriteArrayList<>();
    final List<UserId> told = new CopyOnWriteArrayList<>();
    final Passwords passwords = new Passwords(1, 64);
    final AccessTokens accessTokens = new AccessTokens(KEYS, URL, clock);
    final Revocations revocations = new Revocations(accessTokens, database, clock);
    public final Cards cards = new Cards(database, clock);
    final Accounts accounts = accounts(true);
    final Recovery recovery = new Recovery(database, settings(true), clock, passwords, revocations, mailer(), cards);
    final Admins admins = new Admins(database, clock, passwords);

    Accounts accounts(boolean demoOpen) {
        return new Accounts(
                database,
                settings(demoOpen),
                clock,
                passwords,
                KEYS,
                accessTokens,
                revocations,
                mailer(),
                (user, _, _) -> told.add(user));
    }

    private static AccountSettings settings(boolean demoOpen) {
        return new AccountSettings(URL, true, demoOpen);
    }

    private Mailer mailer() {
        return mail -> {
            mails.add(mail);
            return CompletableFuture.completedFuture(true);
        };
    }

    /// The token in the last mail's link.
    String mailedToken() {
        var text = mails.getLast().text();
        return text.substring(text.indexOf('#') + 1)
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
    }

    /// Somebody new, signed in.
    public Granted register(String username) {
        var newcomer = new Newcomer(username + "@example.com", username, username, PASSWORD);
        return (Granted) get(accounts.register(newcomer));
    }

    /// Somebody new, quickly: without a password.
    public User person() {
        var name = "person" + NUMBER.incrementAndGet();
        return admins.createDemoPerson(
                new Admins.DemoPerson(name + "@example.com", name, "Person", java.util.Optional.empty()));
    }

    public static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        passwords.close();
        postgres.close();
    }
}
