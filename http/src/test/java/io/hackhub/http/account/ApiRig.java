package io.hackhub.http.account;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;

import io.hackhub.core.account.AccountSettings;
import io.hackhub.core.account.Mailer.Mail;
import io.hackhub.core.account.SigningKeys;
import io.hackhub.core.organization.Managers;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.organization.OrganizationFeature;
import io.hackhub.http.shared.Addresses;
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
    public final AccountFeature accounts;
    public final Route route;

    public ApiRig(boolean limited) {
        var limits = new RateLimits(limited, new Addresses(List.of()), clock);
        accounts = accounts(limits);
        var organizations = new OrganizationFeature(database, clock, new SplittableRandom(), true, told -> {
            managers.add(told);
            return CompletableFuture.completedFuture(true);
        });
        var idempotency = new Idempotency(database, clock, KEYS.derived("idempotency"));
        var memberships = new MembershipRoutes(
                organizations.organizations(),
                _ -> CompletableFuture.completedFuture(List.of(Map.of("slug", "one"))),
                _ -> CompletableFuture.completedFuture(List.of()),
                accounts.guard());
        var organizationRoutes = organizations.routes(
                accounts.guard(), accounts.cards(), idempotency, limits, (id, _) -> Json.ok(Map.of("of", id)));
        var v1 = concat(accounts.routes(), memberships.routes(), organizationRoutes);
        route = JupiterRouteTest.edge(limits).around(pathPrefix("api", () -> pathPrefix("v1", () -> v1)));
    }

    private AccountFeature accounts(RateLimits limits) {
        return new AccountFeature(
                database,
                new AccountSettings(URI.create(ORIGIN), true, true),
                KEYS,
                clock,
                limits,
                new Origins(Set.of(ORIGIN)),
                mail -> {
                    mails.add(mail);
                    return CompletableFuture.completedFuture(true);
                },
                (user, _, _) -> warned.add(user));
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
        accounts.close();
        postgres.close();
    }
}
