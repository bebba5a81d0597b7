package io.hackhub.core.judging;

import static io.hackhub.core.judging.JudgingFixtures.NINE;
import static io.hackhub.core.judging.JudgingFixtures.judge;
import static io.hackhub.core.judging.JudgingFixtures.team;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.judging.LeaderboardCommand.FromHub;
import io.hackhub.core.judging.LeaderboardCommand.PutScore;
import io.hackhub.core.judging.LeaderboardCommand.SetUp;
import io.hackhub.core.judging.LeaderboardCommand.Submission;
import io.hackhub.core.live.BoardFrame;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.jspecify.annotations.Nullable;

/// One leaderboard with a clock that is set by hand, a hub and a hackathon that are probes.
final class LeaderboardFixture {

    static final HackathonId SPRING = new HackathonId(new UUID(0x7000, 0x8000_0000_0000_0001L));
    static final UserId ORGANIZER = judge(99);
    static final Channel.Board OPEN = new Channel.Board(SPRING, false);
    static final Channel.Board FULL = new Channel.Board(SPRING, true);

    private static final ObjectMapper JSON = new ObjectMapper();

    final AtomicReference<Instant> now = new AtomicReference<>(NINE);
    /// How often the board has looked at the clock.
    final AtomicInteger looks = new AtomicInteger();
    final TestProbe<HubCommand> hub;
    final TestProbe<HackathonCommand> hackathon;
    final TestProbe<ClusterSharding.ShardCommand> shard;
    final EventSourcedBehaviorTestKit<LeaderboardCommand, LeaderboardEvent, LeaderboardState> board;
    private final Random random = new Random(7);
    private long version;

    /// Windows end when a test says so, by [#window].
    LeaderboardFixture(ActorTestKit actors) {
        this(actors, Duration.ofHours(1));
    }

    LeaderboardFixture(ActorTestKit actors, Duration window) {
        hub = actors.createTestProbe(HubCommand.class);
        hackathon = actors.createTestProbe(HackathonCommand.class);
        shard = actors.createTestProbe();
        var settings = new Leaderboard.Settings(window, Duration.ofSeconds(3));
        board = EventSourcedBehaviorTestKit.create(
                actors.system(),
                Leaderboard.create(
                        SPRING,
                        new Leaderboard.Collaborators(
                                hackathon.ref(), () -> Set.of(hub.ref()), this::instant, random, settings),
                        shard.ref()),
                EventSourcedBehaviorTestKit.enabledSerializationSettings().withVerifyEquality(true));
    }

    private Instant instant() {
        looks.incrementAndGet();
        return now.get();
    }

    LeaderboardReply ask(Function<ActorRef<LeaderboardReply>, LeaderboardCommand> command) {
        return board.<LeaderboardReply>runCommand(command).reply();
    }

    /// Judging of teams A to D by judges 1 to 3 opens, or changes.
    LeaderboardReply setUp(LeaderboardVisibility visibility, @Nullable Instant freezeAt) {
        return setUp(++version, true, visibility, freezeAt);
    }

    LeaderboardReply setUp(long atVersion, boolean open, LeaderboardVisibility visibility, @Nullable Instant freezeAt) {
        version = atVersion;
        var teams = List.of("A", "B", "C", "D").stream()
                .map(name -> new Entrant(team(name), "Team " + name))
                .toList();
        return ask(replyTo -> new SetUp(
                atVersion,
                open,
                JudgingFixtures.PLAIN,
                List.of(judge(1), judge(2), judge(3)),
                teams,
                visibility,
                freezeAt,
                replyTo));
    }

    void open() {
        setUp(LeaderboardVisibility.PUBLIC, null);
    }

    UUID cid() {
        return Uuids.v7(now.get(), random);
    }

    Submission submission(UserId judge, TeamId team, Marks marks) {
        return new Submission(cid(), judge, team, marks, null, true);
    }

    LeaderboardReply score(int judge, String team, double score) {
        return put(submission(judge(judge), team(team), JudgingFixtures.marks("score", score)));
    }

    LeaderboardReply put(Submission submission) {
        return ask(replyTo -> new PutScore(submission, null, replyTo));
    }

    void tell(SourceCommand command) {
        board.runCommand(new FromHub(command));
    }

    void follow(Channel.Board channel) {
        tell(new SourceCommand.Follow(channel, SourceCommand.NOTHING, hub.ref()));
    }

    /// Nobody wrote to it for a long while, twice: it may have begun empty.
    void idle() {
        board.runCommand(LeaderboardCommand.Idle.INSTANCE);
        board.runCommand(LeaderboardCommand.Idle.INSTANCE);
    }

    /// The window is over.
    void window() {
        board.runCommand(LeaderboardCommand.WindowEnded.INSTANCE);
    }

    JsonNode shown(boolean full) {
        return json(((LeaderboardReply.Board) ask(replyTo -> new LeaderboardCommand.GetBoard(full, replyTo))).frame());
    }

    /// `rank name score` of each row.
    List<String> rows(boolean full) {
        window();
        return shown(full)
                .get("rows")
                .valueStream()
                .map(row -> row.get("rank").asInt() + " " + row.get("name").asText() + " "
                        + row.get("score").asDouble())
                .toList();
    }

    /// The next board that the hub is sent on `channel`, all else left aside.
    BoardFrame nextBoard(Channel.Board channel) {
        return hub
                .fishForMessage(
                        Duration.ofSeconds(3),
                        message -> message instanceof HubCommand.BoardIs it
                                        && it.channel().equals(channel)
                                ? FishingOutcomes.complete()
                                : FishingOutcomes.continueAndIgnore())
                .stream()
                .map(HubCommand.BoardIs.class::cast)
                .toList()
                .getLast()
                .board();
    }

    static JsonNode json(@Nullable Bytes frame) {
        try {
            return JSON.readTree(frame == null ? new byte[0] : frame.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
