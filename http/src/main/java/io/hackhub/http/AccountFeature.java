package io.hackhub.http;

import static org.apache.pekko.http.javadsl.server.Directives.concat;

import io.hackhub.cluster.CannotStart;
import io.hackhub.cluster.Settings;
import io.hackhub.core.account.AccessTokens;
import io.hackhub.core.account.AccountSettings;
import io.hackhub.core.account.Accounts;
import io.hackhub.core.account.Admins;
import io.hackhub.core.account.Cards;
import io.hackhub.core.account.Notices;
import io.hackhub.core.account.Passwords;
import io.hackhub.core.account.Profiles;
import io.hackhub.core.account.Recovery;
import io.hackhub.core.account.RevocationWatch;
import io.hackhub.core.account.Revocations;
import io.hackhub.core.account.SigningKeys;
import io.hackhub.core.adapter.local.FolderMailer;
import io.hackhub.core.room.People;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Periodic;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.account.AuthRoutes;
import io.hackhub.http.account.UserRoutes;
import io.hackhub.http.shared.BearerGuard;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Origins;
import io.hackhub.http.shared.RateLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.server.Route;

/// People: who they are, how they sign in, and the guard that every other route stands behind.
final class AccountFeature {

    private static final Duration TIDY = Duration.ofHours(1);
    private static final int PASSWORDS_QUEUED_A_THREAD = 64;

    final SigningKeys keys;
    final AccessTokens tokens;
    final Cards cards;
    final Revocations revocations;
    final Admins admins;
    final Guard guard;
    private final Base base;
    private final Accounts accounts;
    private final Recovery recovery;
    private final RateLimits limits;

    AccountFeature(Base base, SigningKeys keys, Notices notices, RateLimits limits) {
        var settings = base.settings();
        this.base = base;
        this.keys = keys;
        this.limits = limits;
        this.tokens = new AccessTokens(keys, settings.http().publicUrl(), base.clock());
        this.cards = new Cards(base.database(), base.clock());
        this.revocations = new Revocations(tokens, base.database(), base.clock());
        this.guard = new BearerGuard(revocations, cards::user, limits, settings.verifyEmail());
        var mailer = new FolderMailer(base.folder().resolve("mails"), base.clock());
        var passwords = passwords();
        var ours = new AccountSettings(
                settings.http().publicUrl(),
                settings.verifyEmail(),
                settings.http().isPrivate());
        this.admins = new Admins(base.database(), base.clock(), passwords);
        this.accounts = new Accounts(
                base.database(), ours, base.clock(), passwords, keys, tokens, revocations, mailer, notices);
        this.recovery = new Recovery(base.database(), ours, base.clock(), passwords, revocations, mailer, cards);
    }

    /// Who may not come in any more is known before anybody is let in.
    void start() {
        Node.await(revocations.poll());
        base.spawn("revocations", RevocationWatch.create(revocations));
        base.spawn("account-tidy", Periodic.create("forgetting old sessions", TIDY, accounts::tidy));
        base.settings().admin().ifPresent(this::bootstrap);
    }

    Route routes(Origins origins) {
        var secureCookie = "https".equals(base.settings().http().publicUrl().getScheme());
        return concat(
                new AuthRoutes(accounts, recovery, guard, limits, origins, secureCookie, base.clock()).routes(),
                new UserRoutes(new Profiles(base.database(), base.clock(), cards), cards, guard).routes());
    }

    /// As rooms ask for them.
    People people() {
        return new People() {
            @Override
            public CompletionStage<Map<UserId, Author>> authors(Set<UserId> ids) {
                return cards.authors(ids);
            }

            @Override
            public CompletionStage<Map<String, UserId>> named(Set<String> usernames) {
                return cards.named(usernames);
            }
        };
    }

    /// Hashing is heavy on purpose: on as many threads as it takes to leave a core to everybody else.
    static Passwords passwords() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new Passwords(threads, threads * PASSWORDS_QUEUED_A_THREAD);
    }

    private void bootstrap(Settings.Admin admin) {
        var outcome = admins.bootstrap(admin.email(), admin.password().value());
        if (!outcome.ok()) {
            throw CannotStart.configuration("HACKHUB_ADMIN_EMAIL", admin.email(), outcome.line());
        }
    }
}
