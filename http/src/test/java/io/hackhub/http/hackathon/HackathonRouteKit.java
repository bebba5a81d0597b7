package io.hackhub.http.hackathon;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.account.Card;
import io.hackhub.core.account.PlatformRole;
import io.hackhub.core.account.Preferences;
import io.hackhub.core.account.User;
import io.hackhub.core.hackathon.Details;
import io.hackhub.core.hackathon.Difficulty;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.Hackathons;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.hackathon.Manager;
import io.hackhub.core.hackathon.Milestones;
import io.hackhub.core.hackathon.Registration;
import io.hackhub.core.hackathon.RegistrationPage;
import io.hackhub.core.hackathon.RegistrationStatus;
import io.hackhub.core.hackathon.Staff;
import io.hackhub.core.hackathon.StaffRole;
import io.hackhub.core.organization.Managers;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.organization.OrganizationRole;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Money;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.shared.Addresses;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.GuardedRouteTest;
import io.hackhub.http.shared.RateLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// The hackathon routes before a stand-in of one hackathon, which answers as the test says.
abstract class HackathonRouteKit extends GuardedRouteTest {

    static final HackathonId SPRING = new HackathonId(new UUID(1, 1));
    static final OrganizationId CLUB = new OrganizationId(new UUID(4, 4));
    static final UserId ADA = new UserId(new UUID(9, 1));
    static final UserId WALT = new UserId(new UUID(9, 2));
    static final UserId JUDY = new UserId(new UUID(9, 3));
    static final UserId OLGA = new UserId(new UUID(9, 4));
    static final UserId OTTO = new UserId(new UUID(9, 5));
    static final UserId NOBODY = new UserId(new UUID(9, 7));
    static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    static final Registration PLACE =
            new Registration(new UUID(8, 8), ADA, RegistrationStatus.REGISTERED, null, null, NOON.minusSeconds(60));

    private static final Map<UserId, Set<Grant>> GRANTS = Map.of(
            ADA, Set.of(Grant.PARTICIPANT),
            WALT, Set.of(Grant.WAITLISTED),
            JUDY, Set.of(Grant.JUDGE),
            OLGA, Set.of(Grant.ORGANIZER),
            OTTO, Set.of(Grant.ORGANIZER, Grant.ORGANIZATION_OWNER));

    final List<HackathonCommand> told = new CopyOnWriteArrayList<>();
    FakeRecords records = new FakeRecords();
    boolean published = true;
    boolean verified = true;
    HackathonStatus status = HackathonStatus.REGISTRATION_OPEN;

    @Nullable HackathonReply reply;

    private RateLimits limits = unlimited();

    @BeforeEach
    void reset() {
        told.clear();
        records = new FakeRecords();
        published = true;
        verified = true;
        status = HackathonStatus.REGISTRATION_OPEN;
        reply = null;
        limits = unlimited();
    }

    /// From now on requests count, in one memory.
    void limited() {
        limits = new RateLimits(true, new Addresses(List.of()), InstantSource.fixed(NOON));
    }

    @Override
    protected Route routes(Guard guard) {
        return new HackathonRoutes(ports(guard)).routes();
    }

    HackathonPorts ports(Guard guard) {
        var hackathon = actors.spawn(Behaviors.<HackathonCommand>receiveMessage(command -> {
            answer(command);
            return Behaviors.same();
        }));
        return new HackathonPorts(
                guard,
                limits,
                (_, inner) -> inner.get(),
                new Hackathons(actors.system(), _ -> hackathon),
                records,
                new FakeHosts(),
                new FakePeople(),
                this::note,
                true,
                InstantSource.fixed(NOON),
                new Random(1));
    }

    private void answer(HackathonCommand command) {
        switch (command) {
            case HackathonCommand.Get it -> it.replyTo().tell(new HackathonReply.Accepted(view(it.viewer())));
            case HackathonCommand.Registrations it -> {
                told.add(it);
                it.replyTo().tell(new RegistrationPage(List.of(PLACE), it.from() == 0 ? it.limit() : null));
            }
            case HackathonCommand.Create it -> conclude(it, it.replyTo()::tell, accepted(it.by()));
            case HackathonCommand.Change it -> conclude(it, it.replyTo()::tell, accepted(it.by()));
            case HackathonCommand.Move it -> conclude(it, it.replyTo()::tell, accepted(it.by()));
            case HackathonCommand.SetStaff it -> conclude(it, it.replyTo()::tell, accepted(it.by()));
            case HackathonCommand.Register it -> conclude(it, it.replyTo()::tell, new HackathonReply.Enrolled(PLACE));
            case HackathonCommand.CheckIn it -> conclude(it, it.replyTo()::tell, new HackathonReply.Enrolled(PLACE));
            case HackathonCommand.Withdraw it -> conclude(it, it.replyTo()::tell, new HackathonReply.Finished());
            case HackathonCommand.ManagersAre it -> {
                told.add(it);
                it.replyTo().tell(Done.getInstance());
            }
            default -> throw new AssertionError("asked a hackathon: " + command);
        }
    }

    private void conclude(
            HackathonCommand command, java.util.function.Consumer<HackathonReply> replyTo, HackathonReply otherwise) {
        told.add(command);
        replyTo.accept(reply == null ? otherwise : reply);
    }

    private HackathonReply accepted(UserId by) {
        return new HackathonReply.Accepted(view(by));
    }

    HackathonView view(@Nullable UserId viewer) {
        var grants = viewer == null ? Set.<Grant>of() : GRANTS.getOrDefault(viewer, EnumSet.noneOf(Grant.class));
        return new HackathonView(
                SPRING,
                20,
                3,
                CLUB,
                "spring-hack",
                DETAILS,
                MILESTONES,
                status,
                new HackathonView.Counts(3, 1, 1),
                List.of(new Staff(JUDY, List.of(StaffRole.JUDGE)), new Staff(OTTO, List.of(StaffRole.MENTOR))),
                List.of(new Manager(OTTO, Grant.ORGANIZATION_OWNER)),
                List.of(),
                new Standing(viewer, 20, grants, published, Standing.OPEN),
                ADA.equals(viewer) ? PLACE : null,
                NOON.minusSeconds(100),
                NOON.minusSeconds(50));
    }

    /// The last thing that the hackathon was told.
    <T extends HackathonCommand> T last(Class<T> type) {
        return last(told, type);
    }

    private final class FakeHosts implements HackathonPorts.Hosts {
        @Override
        public CompletionStage<Map<OrganizationId, Organization>> findAll(Collection<OrganizationId> ids) {
            return CompletableFuture.completedFuture(ids.contains(CLUB) ? Map.of(CLUB, club()) : Map.of());
        }

        @Override
        public CompletionStage<Managers> managers(OrganizationId organization) {
            return CompletableFuture.completedFuture(
                    new Managers(organization, 1, Map.of(OTTO, OrganizationRole.OWNER)));
        }

        private Organization club() {
            return new Organization(
                    CLUB,
                    "Club",
                    "club",
                    null,
                    null,
                    null,
                    null,
                    null,
                    verified ? Organization.VerificationStatus.VERIFIED : Organization.VerificationStatus.PENDING,
                    Organization.SubscriptionTier.FREE,
                    NOON,
                    NOON,
                    1);
        }
    }

    private static final class FakePeople implements HackathonPorts.People {
        @Override
        public CompletionStage<Map<UserId, Card>> cards(Collection<UserId> ids) {
            return CompletableFuture.completedFuture(
                    ids.stream().distinct().collect(Collectors.toMap(Function.identity(), FakePeople::card)));
        }

        @Override
        public CompletionStage<Optional<User>> byEmailOrUsername(String text) {
            return CompletableFuture.completedFuture(
                    switch (text) {
                        case "judy", "judy@example.org" -> Optional.of(user(true));
                        case "fresh" -> Optional.of(user(false));
                        default -> Optional.empty();
                    });
        }

        private static Card card(UserId id) {
            return new Card(id, "user", "Some Body", null, null, null, null, List.of());
        }

        private static User user(boolean verifiedMail) {
            return new User(
                    JUDY,
                    "judy@example.org",
                    "judy",
                    "Judy",
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Preferences.NONE,
                    PlatformRole.USER,
                    verifiedMail,
                    NOON,
                    NOON,
                    1,
                    false,
                    false);
        }
    }

    static final Milestones MILESTONES = new Milestones(
            Instant.parse("2026-03-02T09:00:00Z"),
            Instant.parse("2026-03-09T09:00:00Z"),
            Instant.parse("2026-03-10T09:00:00Z"),
            Instant.parse("2026-03-11T09:00:00Z"),
            15,
            "Europe/Berlin");

    static final Details DETAILS = new Details(
            "Spring Hack",
            "Build",
            "Climate",
            Difficulty.BEGINNER,
            100,
            new Details.TeamSize(1, 4),
            List.of(new Details.Prize("first", "First", new Money(1500, "EUR"), 1)),
            new Details.Requirements(List.of("java"), null),
            Map.of("wifi", "guest"),
            "Be kind",
            List.of(new Details.Criterion("fun", "Fun", 1, 0, 10, false)),
            List.of(new Details.Track("energy", "Energy")),
            LeaderboardVisibility.PUBLIC,
            null);

    static final String BODY = """
        {"organizationId":"00000000-0000-0004-0000-000000000004","title":"Spring Hack","description":"Build",\
        "theme":"Climate","difficulty":"BEGINNER","registrationStart":"2026-03-02T09:00:00Z",\
        "registrationEnd":"2026-03-09T09:00:00Z","startDate":"2026-03-10T09:00:00Z","endDate":"2026-03-11T09:00:00Z",\
        "graceMinutes":15,"timeZone":"Europe/Berlin","maxParticipants":100,"teamSize":{"min":1,"max":4},\
        "prizes":[{"id":"first","name":"First","amount":{"amount":1500,"currency":"EUR"},"rank":1}],\
        "requirements":{"skills":["java"]},"resources":{"wifi":"guest"},"rules":"Be kind",\
        "judgingCriteria":[{"key":"fun","name":"Fun","weight":1,"min":0,"max":10}],\
        "tracks":[{"id":"energy","name":"Energy"}]}""";
}
