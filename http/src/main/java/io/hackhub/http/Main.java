package io.hackhub.http;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;

import io.hackhub.cluster.CannotStart;
import io.hackhub.cluster.Secret;
import io.hackhub.cluster.Settings;
import io.hackhub.core.account.SigningKeys;
import io.hackhub.core.projection.Projections;
import io.hackhub.core.room.History;
import io.hackhub.core.shared.Periodic;
import io.hackhub.http.account.MembershipRoutes;
import io.hackhub.http.shared.Addresses;
import io.hackhub.http.shared.Edge;
import io.hackhub.http.shared.Hosts;
import io.hackhub.http.shared.Idempotency;
import io.hackhub.http.shared.Origins;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.shared.SecurityHeaders;
import io.hackhub.http.watch.ClusterMeters;
import io.hackhub.http.watch.Observed;
import io.hackhub.http.watch.ProjectionMeters;
import io.hackhub.http.web.WebRoutes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.server.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The composition root, and the table of contents of the program: what is built from what, in which order.
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /// EX_SOFTWARE: it is our fault, and the log says more.
    private static final int BUG = 70;

    private static final Duration LOOK = Duration.ofSeconds(15);

    private final Node node;
    private final Base base;
    private final Entities entities;
    private final RateLimits limits;
    private final Origins origins;
    private final AccountFeature account;
    private final OrganizationFeature organization;
    private final HackathonFeature hackathon;
    private final TeamFeature team;
    private final LiveFeature live;
    private final AnnouncementFeature announcement;
    private final JudgingFeature judging;
    private final StatisticsFeature statistics;
    private final DemoFeature demo;
    private final Idempotency idempotency;

    private Main(Node node) {
        this.node = node;
        this.base = Base.of(node);
        var http = base.settings().http();
        this.limits = new RateLimits(base.settings().rateLimits(), new Addresses(http.trustedProxies()), base.clock());
        this.origins = new Origins(Set.copyOf(http.allowedOrigins()));
        this.entities = new Entities(base);
        var keys = signingKeys(
                base.settings().jwtSecret().orElseGet(() -> node.folder().secret("jwt-secret")));
        this.idempotency = new Idempotency(base.database(), base.clock(), keys.derived("idempotency"));
        this.account = new AccountFeature(base, keys, new InboxNotices(entities, base), limits);
        this.organization = new OrganizationFeature(base, entities);
        this.hackathon = new HackathonFeature(base, entities);
        this.team = new TeamFeature(base, entities);
        var history = new History(base.database(), base.system(), account.people());
        this.announcement = new AnnouncementFeature(base, entities, history);
        this.live = new LiveFeature(base, entities, account, history, announcement.acknowledgements);
        this.judging = new JudgingFeature(base, entities);
        this.statistics = new StatisticsFeature(base, entities, history);
        this.demo = new DemoFeature(base, entities, account);
    }

    public static void main(String[] arguments) {
        try {
            var settings = Settings.read(System.getenv());
            Logging.node(settings.cluster().name());
            settings.jwtSecret().ifPresent(Main::signingKeys);
            if (arguments.length > 0) {
                System.exit(AdminCommand.run(List.of(arguments), settings, System.out::println));
            }
            new Main(Node.start(settings)).run(System.out::println);
        } catch (CannotStart reason) {
            reason.lines().forEach(System.err::println);
            System.exit(reason.exitCode());
        } catch (RuntimeException bug) {
            LOG.error("HackHub could not start", bug);
            System.exit(BUG);
        }
    }

    private void run(Consumer<String> console) {
        demo.clearHalf();
        entities.start(live.roomPorts(), live.hubs);
        if (base.settings().cluster().joins()) {
            entities.rehearse();
        }
        node.join();
        entities.awaitCoordinators();
        account.start();
        organization.start();
        startProjections();
        ClusterMeters.start(base.system(), base.metrics(), Entities.TYPES);
        base.spawn(
                "idempotency-tidy", Periodic.create("forgetting old answers", Duration.ofHours(1), idempotency::tidy));
        demo.start(
                edge(new RateLimits(false, new Addresses(List.of()), base.clock()))
                        .around(api()),
                console);
        live.start();
        listen(new Observed(base.metrics(), base.traces()).around(routes()));
        node.health().serving(true);
        Banner.lines(base.settings(), node.storage(), demo.lines()).forEach(console);
    }

    private void startProjections() {
        var projections = new Projections(base.system(), base.source());
        hackathon.start(projections, List.of(announcement.due));
        team.start(projections);
        var meters = new ProjectionMeters(projections, base.metrics(), InstantSource.system());
        base.spawn("projection-lag", Periodic.create("looking how far projections are", LOOK, meters::look));
    }

    private Route routes() {
        return edge(limits)
                .around(concat(
                        api(),
                        new WebRoutes(
                                        base.system().settings().config(),
                                        base.settings().http().liveUrl())
                                .routes()));
    }

    private Edge edge(RateLimits limits) {
        var http = base.settings().http();
        return new Edge(
                new SecurityHeaders(http.publicUrl()),
                origins,
                new Hosts(Hostnames.of(base.settings())),
                limits,
                base.clock(),
                base.random());
    }

    private Route api() {
        return pathPrefix("api", () -> pathPrefix("v1", this::version1));
    }

    private Route version1() {
        var visits = hackathon.visits(account.guard);
        var hackathons = hackathon.routes(account, organization, idempotency, limits);
        return concat(
                new AboutRoutes(base.settings(), base.system(), Map.of("demo", demo.guests())).routes(),
                memberships(),
                account.routes(origins),
                organization.routes(account, hackathons::ofOrganization, idempotency, limits),
                hackathons.routes(),
                team.routes(visits, account, idempotency, limits),
                announcement.routes(visits, account, idempotency, limits),
                judging.routes(visits),
                statistics.routes(visits, limits),
                live.routes(limits));
    }

    private Route memberships() {
        var mine = hackathon.memberships(live.history);
        return new MembershipRoutes(organization.organizations, mine::hackathons, mine::channels, account.guard)
                .routes();
    }

    private void listen(Route routes) {
        var http = base.settings().http();
        var binding = Node.await(Http.get(base.system())
                .newServerAt(http.host(), http.port())
                .withSettings(Edge.settings(base.system()))
                .bind(routes)
                .toCompletableFuture());
        binding.addToCoordinatedShutdown(Duration.ofSeconds(3), base.system());
    }

    private static SigningKeys signingKeys(Secret secret) {
        try {
            return SigningKeys.parse(secret.value());
        } catch (IllegalArgumentException bad) {
            throw CannotStart.configuration(
                    "HACKHUB_JWT_SECRET", secret.toString(), "32 bytes or more, or kid:secret,kid:secret");
        }
    }
}
