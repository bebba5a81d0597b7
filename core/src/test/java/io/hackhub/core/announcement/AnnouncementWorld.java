package io.hackhub.core.announcement;

import com.typesafe.config.ConfigFactory;
import io.hackhub.core.TestPostgres;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonCommand.Get;
import io.hackhub.core.hackathon.HackathonCommand.Registrations;
import io.hackhub.core.hackathon.HackathonCommand.StandingFor;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.Hackathons;
import io.hackhub.core.hackathon.Manager;
import io.hackhub.core.hackathon.Milestones;
import io.hackhub.core.hackathon.Registration;
import io.hackhub.core.hackathon.RegistrationPage;
import io.hackhub.core.hackathon.RegistrationStatus;
import io.hackhub.core.hackathon.Staff;
import io.hackhub.core.hackathon.StaffRole;
import io.hackhub.core.hackathon.TestDetails;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.History;
import io.hackhub.core.room.History.Recorded;
import io.hackhub.core.room.NoPeople;
import io.hackhub.core.room.Priority;
import io.hackhub.core.room.Room;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.room.RoomCommand.StandingIs;
import io.hackhub.core.room.RoomEvent;
import io.hackhub.core.room.RoomPorts;
import io.hackhub.core.room.UpdateType;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.jspecify.annotations.Nullable;

/// Real rooms with their journal in a real PostgreSQL, and hackathons that answer what they are told to.
final class AnnouncementWorld implements AutoCloseable {

    static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    static final UserId OWNER = user(1);
    static final UserId ORGANIZER = user(2);
    static final UserId JUDGE = user(3);
    static final UserId ADA = user(4);
    static final UserId BOB = user(5);
    static final UserId WAITING = user(6);
    static final UserId STRANGER = user(7);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final TestPostgres postgres = TestPostgres.create();
    final ActorTestKit actors;
    final AtomicReference<Instant> now = new AtomicReference<>(NINE);
    final InstantSource clock = now::get;
    final Random random = new Random(5);
    final History history;
    HackathonId hackathon = next();
    /// Answers of rooms get lost while this is set; their effects do not.
    volatile boolean losingAnswers;

    private final Map<Channel.Log, ActorRef<RoomCommand>> rooms = new ConcurrentHashMap<>();
    private final Map<HackathonId, ActorRef<HackathonCommand>> hackathons = new ConcurrentHashMap<>();
    private final Set<HackathonId> published = ConcurrentHashMap.newKeySet();

    AnnouncementWorld() {
        actors = ActorTestKit.create(ConfigFactory.parseString("""
            pekko.persistence.journal.plugin = "jdbc-journal"
            pekko.persistence.snapshot-store.plugin = "jdbc-snapshot-store"
            pekko.serialization.jackson.jackson-json.compression.algorithm = off
            hackhub.announcement.ask-timeout = 15s
            slick {
              profile = "slick.jdbc.PostgresProfile$"
              db { url = "%s", user = "%s", driver = "org.postgresql.Driver", numThreads = 2, maxConnections = 2, minConnections = 1 }
            }
            jdbc-journal.slick = ${slick}
            jdbc-snapshot-store.slick = ${slick}
            """.formatted(postgres.url(), postgres.user()))
                .withFallback(ConfigFactory.load())
                .resolve());
        history = new History(postgres.database(), actors.system(), new NoPeople());
    }

    /// As if the program had been started anew: no actor of before is left.
    void restart() {
        rooms.values().forEach(actors::stop);
        rooms.clear();
        losingAnswers = false;
    }

    void anotherHackathon() {
        hackathon = next();
        published(true);
        now.set(NINE);
        restart();
    }

    /// Whether the hackathon is, rather than a draft: by its own word and in the list.
    void published(boolean is) {
        if (is) {
            published.add(hackathon);
        } else {
            published.remove(hackathon);
        }
        var listed = hackathon;
        postgres.database().now(db -> Sql.update(db, """
                insert into hackathon_directory (hackathon_id, organization_id, slug, title, description, difficulty,
                  skills, details, status, published, registration_start, registration_end, start_date, end_date,
                  grace_minutes, time_zone, created_at, updated_at)
                select ?::uuid, ?::uuid, 'spring', 'Spring', '', 'BEGINNER', '{}', '{}', 'DRAFT', ?::boolean, t, t, t, t, 0,
                  'UTC', t, t from (values (?::timestamptz)) as at(t)
                on conflict (hackathon_id) do update set published = excluded.published
                """, listed, listed.value(), is, NINE));
    }

    Hackathons hackathons() {
        return new Hackathons(actors.system(), this::hackathon);
    }

    Rooms rooms() {
        return new Rooms(actors.system(), channel -> losingAnswers ? deaf(room(channel)) : room(channel));
    }

    Announcements announcements() {
        return Announcements.of(postgres.database(), rooms(), new Bulletin(history), clock, random);
    }

    Acknowledgements acknowledgements(Rooms to) {
        return new Acknowledgements(postgres.database(), hackathons(), to, new Bulletin(history), clock);
    }

    /// The clock strikes.
    void beat() {
        get(new DueAnnouncements(postgres.database(), hackathons(), rooms(), new Bulletin(history), random)
                .at(now.get()));
    }

    List<RoomEvent> log(Channel.Log channel) {
        long head = get(history.heads(Set.of(channel))).getOrDefault(channel, 0L);
        return get(history.recorded(channel, 1, head)).stream()
                .map(Recorded::event)
                .toList();
    }

    List<RoomEvent> announced() {
        return log(new Channel.Announcements(hackathon));
    }

    List<String> inbox(UserId user) {
        return log(new Channel.Inbox(user)).stream()
                .map(RoomEvent.NotificationCreated.class::cast)
                .map(RoomEvent.NotificationCreated::title)
                .toList();
    }

    static Draft draft(String title, Audience audience, @Nullable Instant publishAt) {
        return new Draft(
                title, "Text of " + title, UpdateType.ANNOUNCEMENT, Priority.NORMAL, List.of(), audience, publishAt);
    }

    static Announcements.Writer organizer() {
        return new Announcements.Writer(new Author(ORGANIZER, "org", "Org Anizer"), false);
    }

    static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        actors.shutdownTestKit();
        postgres.close();
    }

    private ActorRef<RoomCommand> room(Channel.Log channel) {
        var ports = new RoomPorts(
                (id, user, replyTo) -> hackathon(id).tell(new StandingFor(user, replyTo)),
                (_, _) -> {},
                new NoPeople(),
                (_, _) -> {},
                Set::of);
        return rooms.computeIfAbsent(
                channel,
                it -> actors.spawn(Room.create(
                        it,
                        ports,
                        postgres.database(),
                        clock,
                        actors.<ClusterSharding.ShardCommand>createTestProbe().ref())));
    }

    /// What is delivered has its effect, but whoever delivered it hears that it had not.
    private ActorRef<RoomCommand> deaf(ActorRef<RoomCommand> room) {
        return actors.spawn(Behaviors.receiveMessage(command -> {
            room.tell(
                    command instanceof RoomCommand.Deliver(var cid, var intent, var ticket, var replyTo)
                            ? new RoomCommand.Deliver(cid, intent, ticket, denying(replyTo))
                            : command);
            return Behaviors.same();
        }));
    }

    private ActorRef<Outcome> denying(ActorRef<Outcome> to) {
        return actors.spawn(Behaviors.receiveMessage(outcome -> {
            to.tell(Outcome.refused(outcome.ticket(), RefusalCode.UNAVAILABLE, "lost"));
            return Behaviors.stopped();
        }));
    }

    // The hackathon

    private ActorRef<HackathonCommand> hackathon(HackathonId id) {
        return hackathons.computeIfAbsent(id, it -> actors.spawn(answering(it)));
    }

    private Behavior<HackathonCommand> answering(HackathonId id) {
        return Behaviors.receiveMessage(command -> {
            switch (command) {
                case Get(var viewer, var replyTo) -> replyTo.tell(new HackathonReply.Accepted(view(id, viewer)));
                case StandingFor(var user, var replyTo) -> replyTo.tell(new StandingIs(standing(id, user)));
                case Registrations it -> it.replyTo().tell(registrations(it.from(), it.limit()));
                default -> throw new AssertionError(command);
            }
            return Behaviors.same();
        });
    }

    private Standing standing(HackathonId id, @Nullable UserId user) {
        boolean open = published.contains(id);
        return new Standing(user, 3, grants(user), open, open ? Standing.OPEN : Instant.EPOCH);
    }

    static Set<Grant> grants(@Nullable UserId user) {
        if (OWNER.equals(user) || ORGANIZER.equals(user)) {
            return Set.of(Grant.ORGANIZER);
        }
        if (JUDGE.equals(user)) {
            return Set.of(Grant.JUDGE);
        }
        if (ADA.equals(user) || BOB.equals(user)) {
            return Set.of(Grant.PARTICIPANT);
        }
        return WAITING.equals(user) ? Set.of(Grant.WAITLISTED) : Set.of();
    }

    private RegistrationPage registrations(int from, int limit) {
        var all = List.of(
                registration(ADA, RegistrationStatus.REGISTERED),
                registration(BOB, RegistrationStatus.CHECKED_IN),
                registration(WAITING, RegistrationStatus.WAITLISTED));
        int to = Math.min(all.size(), from + Math.min(limit, 2));
        return new RegistrationPage(all.subList(from, to), to < all.size() ? to : null);
    }

    private static Registration registration(UserId user, RegistrationStatus status) {
        return new Registration(user.value(), user, status, null, null, NINE);
    }

    private HackathonView view(HackathonId id, @Nullable UserId viewer) {
        return new HackathonView(
                id,
                3,
                1,
                new OrganizationId(new UUID(0x7000, 0x8000_0000_0000_0002L)),
                "spring",
                TestDetails.PLAIN,
                new Milestones(NINE, NINE, NINE, NINE, 0, "UTC"),
                published.contains(id) ? HackathonStatus.ACTIVE : HackathonStatus.DRAFT,
                new HackathonView.Counts(2, 1, 0),
                List.of(new Staff(ORGANIZER, List.of(StaffRole.ORGANIZER)), new Staff(JUDGE, List.of(StaffRole.JUDGE))),
                List.of(new Manager(OWNER, Grant.ORGANIZATION_OWNER)),
                new ArrayList<>(),
                standing(id, viewer),
                null,
                NINE,
                NINE);
    }

    private static HackathonId next() {
        return new HackathonId(new UUID(0x7000, 0x8000_0000_0001_0000L + NUMBER.incrementAndGet()));
    }

    private static UserId user(int n) {
        return new UserId(new UUID(0x7000, 0x8000_0000_0002_0000L + n));
    }
}
