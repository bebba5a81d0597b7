package io.hackhub.http.account;

import static org.apache.pekko.http.javadsl.server.Directives.concat;

import io.hackhub.core.account.AccessTokens;
import io.hackhub.core.account.AccountSettings;
import io.hackhub.core.account.Accounts;
import io.hackhub.core.account.Admins;
import io.hackhub.core.account.Cards;
import io.hackhub.core.account.Mailer;
import io.hackhub.core.account.Notices;
import io.hackhub.core.account.Passwords;
import io.hackhub.core.account.Profiles;
import io.hackhub.core.account.Recovery;
import io.hackhub.core.account.RevocationWatch;
import io.hackhub.core.account.Revocations;
import io.hackhub.core.account.SigningKeys;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.Periodic;
import io.hackhub.http.shared.BearerGuard;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Origins;
import io.hackhub.http.shared.RateLimits;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.http.javadsl.server.Route;

/// Accounts, put together: what other features need of them, and their routes.
public final class AccountFeature implements AutoCloseable {

    private static final Duration TIDY = Duration.ofHours(1);
    private static final int HASHES_WAITING = 64;

    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final Revocations revocations;
    private final Cards cards;
    private final Profiles profiles;
    private final Admins admins;
    private final Accounts accounts;
    private final Guard guard;
    private final AuthRoutes authRoutes;

    public AccountFeature(
            Database database,
            AccountSettings settings,
            SigningKeys keys,
            InstantSource clock,
            RateLimits limits,
            Origins origins,
            Mailer mailer,
            Notices notices) {
        passwords = new Passwords(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), HASHES_WAITING);
        accessTokens = new AccessTokens(keys, settings.publicUrl(), clock);
        revocations = new Revocations(accessTokens, database, clock);
        cards = new Cards(database, clock);
        profiles = new Profiles(database, clock, cards);
        admins = new Admins(database, clock, passwords);
        accounts = new Accounts(database, settings, clock, passwords, keys, accessTokens, revocations, mailer, notices);
        guard = new BearerGuard(revocations, cards::user, limits, settings.verifyEmail());
        var recovery = new Recovery(database, settings, clock, passwords, revocations, mailer, cards);
        var secure = "https".equals(settings.publicUrl().getScheme());
        authRoutes = new AuthRoutes(accounts, recovery, guard, limits, origins, secure, clock);
    }

    /// Reads which sessions are revoked, then keeps up with it, for as long as `system` lives. Blocking: before
    /// anything
    /// listens.
    public void start(ActorSystem<?> system) {
        revocations.poll().join();
        system.systemActorOf(RevocationWatch.create(revocations), "revoked-sessions", Props.empty());
        system.systemActorOf(
                Periodic.create("forgetting old sessions", TIDY, accounts::tidy), "old-sessions", Props.empty());
    }

    /// `/auth` and `/users`, without memberships.
    public Route routes() {
        return concat(authRoutes.routes(), new UserRoutes(profiles, cards, guard).routes());
    }

    public Guard guard() {
        return guard;
    }

    /// What the live gateway asks, and listens to.
    public Revocations revocations() {
        return revocations;
    }

    public AccessTokens accessTokens() {
        return accessTokens;
    }

    public Cards cards() {
        return cards;
    }

    public Admins admins() {
        return admins;
    }

    @Override
    public void close() {
        passwords.close();
    }
}
