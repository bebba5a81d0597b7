package io.hackhub.http.account;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;

import io.hackhub.core.account.AccessTokens;
import io.hackhub.core.account.AccountSettings;
import io.hackhub.core.account.Accounts;
import io.hackhub.core.account.Admins;
import io.hackhub.core.account.Cards;
import io.hackhub.core.account.Mailer;
import io.hackhub.core.account.Mailer.Mail;
import io.hackhub.core.account.Notices;
import io.hackhub.core.account.Passwords;
import io.hackhub.core.account.Profiles;
import io.hackhub.core.account.Recovery;
import io.hackhub.core.account.Revocations;
import io.hackhub.core.account.SigningKeys;
import io.hackhub.core.organization.Managers;
import io.hackhub.core.organization.OrganizationMembers;
import io.hackhub.core.organization.Organizations;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.organization.Access;
import io.hackhub.http.organization.MemberRoutes;
import io.hackhub.http.organization.OrganizationRoutes;
import io.hackhub.http.shared.Addresses;
import io.hackhub.http.shared.BearerGuard;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Idempotency;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.JupiterRouteTest;
import io.hackhub.http.shared.Origins;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.shared.TestClock;
import io.hackhub.http.shared.TestDatabase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pekko.http.javadsl.server.Route;

/// Accounts and organizations, put together as in the program, behind the whole edge and on a real database.
public final class ApiRig implements AutoCloseable {

    public static final String ORIGIN = "https://hackhub.example";
    public static final SigningKeys KEYS = SigningKeys.parse("k:" + "a".repeat(32));

    private final TestDatabase postgres = TestDatabase.create();
    public final Database database = postgres.database();
    public final TestClock clock = new TestClock();
    public final List<Mail> mails = new CopyOnWriteArrayList<>();
    public final List<UserId> warned = new CopyOnWriteArrayList<>();
    public final List<Managers> managers = new CopyOnWriteArrayList<>();
    private final Passwords passwords = new Passwords(1, 64);
    public final AccessTokens accessTokens = new AccessTokens(KEYS, URI.create(ORIGIN), clock);
    private final Revocations revocations = new Revocations(accessTokens, database, clock);
    private final Cards cards = new Cards(database, clock);
    public final Admins admins = new Admins(database, clock, passwords);
    private final Organizations organizations = new Organizations(database, clock, new SplittableRandom(), true);
    private final RateLimits limits;
    private final Guard guard;
    public final Route route;

    public ApiRig(boolean limited) {
        limits = new RateLimits(limited, new Addresses(List.of()), clock);
        guard = new BearerGuard(revocations, cards::user, limits, true);
        var v1 = concat(auth(), users(), memberships(), organizations());
        route = JupiterRouteTest.edge(limits).around(pathPrefix("api", () -> pathPrefix("v1", () -> v1)));
    }

    private Route auth() {
        var settings = new AccountSettings(URI.create(ORIGIN), true, true);
        Mailer mailer = mail -> {
            mails.add(mail);
            return CompletableFuture.completedFuture(true);
        };
        Notices notices = (user, _, _) -> warned.add(user);
        var accounts =
                new Accounts(database, settings, clock, passwords, KEYS, accessTokens, revocations, mailer, notices);
        var recovery = new Recovery(database, settings, clock, passwords, revocations, mailer, cards);
        return new AuthRoutes(accounts, recovery, guard, limits, new Origins(Set.of(ORIGIN)), true, clock).routes();
    }

    private Route users() {
        return new UserRoutes(new Profiles(database, clock, cards), cards, guard).routes();
    }

    private Route memberships() {
        return new MembershipRoutes(
                        organizations,
                        _ -> CompletableFuture.completedFuture(List.of(Map.of("slug", "one"))),
                        _ -> CompletableFuture.completedFuture(List.of()),
                        guard)
                .routes();
    }

    private Route organizations() {
        var members = new OrganizationMembers(database, clock, told -> {
            managers.add(told);
            return CompletableFuture.completedFuture(true);
        });
        var access = new Access(organizations, database, clock, new SplittableRandom());
        var idempotency = new Idempotency(database, clock, KEYS.derived("idempotency"));
        var memberRoutes = new MemberRoutes(members, cards, guard, access, idempotency, limits);
        return new OrganizationRoutes(
                        organizations,
                        memberRoutes,
                        (id, _) -> Json.ok(Map.of("of", id)),
                        guard,
                        access,
                        idempotency,
                        limits)
                .routes();
    }

    /// The token in the last mail's link.
    public String mailedToken() {
        var text = mails.getLast().text();
        return text.substring(text.indexOf('#') + 1)
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
    }

    @Override
    public void close() {
        passwords.close();
        postgres.close();
    }
}
