package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.leader;
import static io.hackhub.core.room.Fixture.member;
import static io.hackhub.core.room.Fixture.members;
import static io.hackhub.core.room.Fixture.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.access.Action;
import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Refused;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomEvent.MessagePosted;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.serialization.SerializationExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rooms on the real journal: what lies in the tables, and what two of them do to each other.
class RoomPostgresTest {

    private static final TestPostgres postgres = TestPostgres.create();
    private static final ActorTestKit actors = ActorTestKit.create(
            postgres.journal("pekko.serialization.jackson.jackson-json.compression.algorithm = off"));

    private static int teams;

    private final TeamId team = new TeamId(new UUID(77, ++teams));
    private final Channel.Log channel = new Channel.TeamChat(team);
    private final World world = new World();
    private final History history = new History(postgres.database(), actors.system(), world);
    private final TestProbe<Outcome> outcomes = actors.createTestProbe();
    private final TestProbe<Applied> applied = actors.createTestProbe();
    private final TestProbe<ClusterSharding.ShardCommand> shard = actors.createTestProbe();

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
        postgres.close();
    }

    private ActorRef<RoomCommand> room() {
        world.teams.put(team, members(1, applied.getRef(), leader(ADA), member(BOB)));
        return actors.spawn(
                Room.create(channel, world.ports(), postgres.database(), InstantSource.system(), shard.getRef()));
    }

    private static UUID cid(long number) {
        return Uuids.v7(Instant.now().minusMillis(1), "cid " + number);
    }

    private Act act(UUID cid, Author author, Intent intent) {
        return new Act(cid, author, false, intent, 1, outcomes.getRef());
    }

    private Acked ask(ActorRef<RoomCommand> room, Act act) {
        room.tell(act);
        return (Acked) outcomes.receiveMessage(Duration.ofSeconds(20));
    }

    private List<History.Recorded> log() throws Exception {
        return history.recorded(channel, 1, Long.MAX_VALUE)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private static String everythingStored(String table, String column) {
        return postgres.database().now(db -> {
            var all = new StringBuilder();
            try (var rows = db.createStatement().executeQuery("select %s from %s".formatted(column, table))) {
                while (rows.next()) {
                    all.append(new String(rows.getBytes(1), UTF_8)).append('\n');
                }
            }
            return all.toString();
        });
    }

    @Test
    void afterARestartTheSameCommandsGetTheSameAcks() throws Exception {
        var room = room();
        var acts = IntStream.range(0, 50)
                .mapToObj(i -> act(cid(i), ADA, post("text " + i)))
                .toList();
        var first = acts.stream().map(it -> ask(room, it).seq()).toList();
        actors.stop(room);

        var next = room();
        var again = acts.stream().map(it -> ask(next, it)).toList();

        assertThat(again).extracting(Acked::seq).isEqualTo(first);
        assertThat(again).allMatch(Acked::duplicate);
        assertThat(log()).hasSize(52);
        actors.stop(next);
    }

    @Test
    void aRehearsalReadsTheBusiestRoomsAndStoresNothing() throws Exception {
        var room = room();
        IntStream.range(0, 5).forEach(i -> ask(room, act(cid(i), ADA, post("text " + i))));
        var before = log();

        var read = Rehearsal.hold(actors.system(), postgres.database(), InstantSource.system(), Duration.ofMinutes(1))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);

        assertThat(read).isGreaterThanOrEqualTo(3);
        var busiest = postgres.database().now(db -> RoomLog.busiest(db, 6, 1));
        assertThat(busiest).containsExactly(channel);
        assertThat(ask(room, act(cid(6), ADA, post("still here"))).seq()).isEqualTo(before.size() + 1L);
        actors.stop(room);
    }

    @Test
    void aRehearsalWithoutTimeReadsNothing() throws Exception {
        actors.stop(room());

        assertThat(Rehearsal.hold(actors.system(), postgres.database(), InstantSource.system(), Duration.ZERO)
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS))
                .isZero();
    }

    @Test
    void theJournalHoldsNoNameAndNoDeletedText() throws Exception {
        var room = room();
        var id = cid(1);
        ask(
                room,
                act(
                        id,
                        ADA,
                        new Intent.PostMessage(
                                "unsayable-1 @bob",
                                null,
                                List.of(new Attachment("unsayable-2", "https://example.org/unsayable-3")))));
        ask(room, act(cid(2), ADA, new Intent.EditMessage(id, "unsayable-4")));
        ask(room, act(cid(3), BOB, post("sayable")));
        assertThat(everythingStored("event_journal", "event_payload")).contains("unsayable-1", "unsayable-4");

        ask(room, act(cid(4), ADA, new Intent.DeleteMessage(id)));

        assertThat(everythingStored("event_journal", "event_payload"))
                .contains("sayable")
                .doesNotContain("unsayable")
                .doesNotContainIgnoringCase("lovelace")
                .doesNotContain("\"ada\"")
                .doesNotContainIgnoringCase("kahn");
        var texts = history.read(channel, 1, 99).toCompletableFuture().get(5, TimeUnit.SECONDS).stream()
                .map(it -> new String(it.json().array(), UTF_8))
                .toList();
        assertThat(texts.get(2)).contains("\"text\":null,\"deleted\":true", "Ada Lovelace");
        assertThat(texts.get(3)).contains("\"text\":null,\"deleted\":true");
        assertThat(texts.get(4)).contains("sayable");
        actors.stop(room);

        var next = room();
        assertThat(ask(next, act(cid(5), BOB, post("after"))).seq()).isEqualTo(7);
        actors.stop(next);
    }

    @Test
    void whatIsRewrittenIsNotLookedForAgain() throws Exception {
        var room = room();
        ask(room, act(cid(1), ADA, post("text-3")));
        ask(room, act(cid(2), ADA, post("text-4")));
        ask(room, act(cid(3), BOB, post("text-5")));
        actors.stop(room);

        redact(new Redactable.Texts(List.of(3L), 6L));
        assertThat(texts()).containsExactly(null, "text-4", "text-5");
        redact(new Redactable.Texts(List.of(4L), 6L), new Redactable.Person(BOB.id(), 5));
        assertThat(texts()).containsExactly(null, "text-4", "text-5");
        redact(new Redactable.Texts(List.of(4L), 7L));
        assertThat(texts()).containsExactly(null, null, "text-5");
        redact(new Redactable.Texts(List.of(5L), null));
        assertThat(texts()).containsExactly(null, null, null);
    }

    private void redact(Redactable... what) throws Exception {
        store().redact(channel, List.of(what)).toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private RoomStore store() {
        return RoomStore.in(postgres.database(), SerializationExtension.get(actors.system()));
    }

    private List<@Nullable String> texts() throws Exception {
        var texts = new ArrayList<@Nullable String>();
        for (var recorded : log()) {
            if (recorded.event() instanceof MessagePosted posted) {
                texts.add(posted.text());
            }
        }
        return texts;
    }

    @Test
    void anErasedPersonsTextsAreGoneAndOthersStay() throws Exception {
        var room = room();
        ask(room, act(cid(1), BOB, post("bobs-1")));
        ask(room, act(cid(2), ADA, post("adas")));
        ask(room, act(cid(3), BOB, post("bobs-2")));
        room.tell(new RoomCommand.Deliver(cid(4), new Intent.EraseUser(BOB.id()), 4, outcomes.getRef()));
        outcomes.expectMessageClass(Acked.class);

        assertThat(everythingStored("event_journal", "event_payload"))
                .doesNotContain("bobs-")
                .contains("adas");
        actors.stop(room);
    }

    /// Three snapshots' worth: the state comes back from the newest, for what was before can no longer be read; the
    /// last two are kept, and they say nothing.
    @Test
    void aSnapshotHoldsNeitherNamesNorTextsAndEverythingComesBackFromIt() throws Exception {
        var room = room();
        var early = act(cid(1), ADA, post("unwritable-text"));
        var first = ask(room, early);
        for (int round = 0; round < 7; round++) {
            for (int i = 0; i < 480; i++) {
                room.tell(act(cid(1_000 + round * 480L + i), BOB, post("unwritable-text " + i)));
            }
            outcomes.receiveSeveralMessages(480, Duration.ofSeconds(60));
        }
        actors.stop(room);

        outcomes.awaitAssert(Duration.ofSeconds(10), () -> {
            assertThat(snapshots()).isEqualTo(2);
            return true;
        });
        assertThat(everythingStored("snapshot", "snapshot_payload"))
                .doesNotContain("unwritable")
                .doesNotContainIgnoringCase("lovelace");
        destroy(2_000);
        var next = room();
        assertThat(ask(next, early)).isEqualTo(new Acked(1, early.cid(), first.seq(), first.data(), true));
        assertThat(ask(next, act(cid(2), ADA, new Intent.EditMessage(early.cid(), "x")))
                        .seq())
                .isEqualTo(2 + 1 + 7 * 480 + 1);
        actors.stop(next);
    }

    private int snapshots() {
        var sql = "select 1 from snapshot where persistence_id = ?";
        return postgres.database()
                .now(db -> Sql.list(db, sql, row -> row.getInt(1), RoomLog.persistenceId(channel)))
                .size();
    }

    private void destroy(long upTo) {
        var sql = "update event_journal set event_payload = '' where persistence_id = ? and sequence_number <= ?";
        var destroyed = postgres.database().now(db -> Sql.update(db, sql, RoomLog.persistenceId(channel), upTo));
        assertThat(destroyed).isEqualTo(upTo);
    }

    /// The journal's primary key is the referee: whoever loses recovers and decides anew.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void twoWritersLoseAndDoubleNothing(long seed) throws Exception {
        var random = new Random(seed);
        var rooms = List.of(room(), room());
        var open = new HashMap<Long, Act>();
        for (long i = 0; i < 200; i++) {
            open.put(i, new Act(cid(i), i % 2 == 0 ? ADA : BOB, false, post("text " + i), i, outcomes.getRef()));
        }
        Map<UUID, Long> acknowledged = new HashMap<>();
        open.values().forEach(it -> rooms.get(random.nextInt(2)).tell(it));
        while (!open.isEmpty()) {
            switch (outcomes.receiveMessage(Duration.ofSeconds(30))) {
                case Acked ack -> {
                    open.remove(ack.ticket());
                    var seq = ack.seq();
                    assertThat(seq).isNotNull();
                    if (seq != null) {
                        var before = acknowledged.put(ack.cid(), seq);
                        assertThat(before == null || before.equals(seq)).isTrue();
                    }
                }
                case Refused refusal -> {
                    assertThat(refusal.retryable()).as(refusal.toString()).isTrue();
                    var again = open.get(refusal.ticket());
                    if (again != null) {
                        rooms.get(random.nextInt(2)).tell(again);
                    }
                }
            }
        }
        rooms.forEach(actors::stop);

        var stored = new HashMap<UUID, Long>();
        var seqs = new ArrayList<Long>();
        for (var recorded : log()) {
            seqs.add(recorded.seq());
            if (recorded.event() instanceof MessagePosted posted) {
                assertThat(stored.put(posted.cid(), recorded.seq())).isNull();
            }
        }
        assertThat(stored).isEqualTo(acknowledged).hasSize(200);
        assertThat(seqs)
                .isEqualTo(LongStream.rangeClosed(1, seqs.size()).boxed().toList());
    }

    @Test
    void aHubSeesThroughOneRoomWhatAnotherWrote() throws Exception {
        var one = room();
        var other = room();
        retried(one, act(cid(1), ADA, post("a")));
        var hub = actors.<HubCommand>createTestProbe();
        one.tell(new RoomCommand.FromHub(new SourceCommand.Follow(channel, 3, hub.getRef())));
        hub.expectMessage(new HubCommand.Head(channel, 3));
        var ack = retried(other, act(cid(2), ADA, post("b")));
        assertThat(ack.seq()).isEqualTo(4);

        one.tell(new RoomCommand.FromHub(new SourceCommand.Follow(channel, 4, hub.getRef())));
        hub.awaitAssert(Duration.ofSeconds(10), () -> {
            assertThat(hub.receiveMessage(Duration.ofSeconds(8))).isEqualTo(new HubCommand.Head(channel, 4));
            return true;
        });
        actors.stop(one);
        actors.stop(other);
    }

    private Acked retried(ActorRef<RoomCommand> room, Act act) {
        room.tell(act);
        return switch (outcomes.receiveMessage(Duration.ofSeconds(20))) {
            case Acked ack -> ack;
            case Refused _ -> retried(room, act);
        };
    }

    @Test
    void pagesComeOldestFirstFromEitherEnd() throws Exception {
        var room = room();
        for (int i = 0; i < 10; i++) {
            ask(room, act(cid(i), ADA, post("text " + i)));
        }
        actors.stop(room);

        assertThat(seqs(history.page(channel, null, null, 3))).containsExactly(10L, 11L, 12L);
        assertThat(seqs(history.page(channel, 10L, null, 3))).containsExactly(7L, 8L, 9L);
        assertThat(seqs(history.page(channel, 2L, null, 3))).containsExactly(1L);
        assertThat(seqs(history.page(channel, null, 9L, 5))).containsExactly(10L, 11L, 12L);
        assertThat(seqs(history.page(channel, null, 12L, 5))).isEmpty();
        assertThat(history.heads(Set.of(channel, Fixture.HALL))
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .isEqualTo(Map.of(channel, 12L, Fixture.HALL, 0L));
    }

    private static List<Long> seqs(CompletionStage<History.Page> page) throws Exception {
        var found = page.toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertThat(found.head()).isEqualTo(12);
        return found.items().stream().map(EventFrame::seq).toList();
    }

    @Test
    void anOverrideThatIsRecordedTwiceIsOnRecordOnce() throws Exception {
        var store = store();
        var at = Instant.parse("2026-03-01T09:00:00Z");
        var message = cid(2);
        var override = new Verdict.Overridden(cid(1), ADA.id(), Action.MODERATE_HACKATHON_CHAT, message, at);
        for (int i = 0; i < 2; i++) {
            store.overridden(channel, List.of(override)).toCompletableFuture().get(5, TimeUnit.SECONDS);
        }

        List<String> rows = postgres.database()
                .now(db -> Sql.list(
                        db,
                        "select * from audit_log",
                        row -> "%s %s %s %s %s"
                                .formatted(
                                        Sql.uuid(row, "id"),
                                        Sql.instant(row, "at"),
                                        Sql.uuid(row, "actor"),
                                        row.getString("action"),
                                        row.getString("target"))));
        assertThat(rows)
                .containsExactly("%s %s %s moderate-hackathon-chat %s %s"
                        .formatted(override.id(), at, ADA.id(), channel.text(), message));
    }

    @Test
    void mutesAreKeptUntilTheyEnd() throws Exception {
        var store = store();
        var now = Instant.parse("2026-03-01T09:00:00Z");
        var eve = new UserId(new UUID(5, 5));
        store.mute(channel, BOB.id(), now.plusSeconds(60), ADA.id(), now)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        store.mute(channel, eve, now.plusSeconds(10), ADA.id(), now)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        store.mute(channel, BOB.id(), now.plusSeconds(90), ADA.id(), now)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);

        assertThat(store.mutes(channel, now.plusSeconds(30))
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .isEqualTo(Map.of(BOB.id(), now.plusSeconds(90)));
        store.mute(channel, BOB.id(), now, ADA.id(), now).toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertThat(store.mutes(channel, now).toCompletableFuture().get(5, TimeUnit.SECONDS))
                .isEqualTo(Map.of(eve, now.plusSeconds(10)));
    }
}
