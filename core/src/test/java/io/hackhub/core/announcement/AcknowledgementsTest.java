package io.hackhub.core.announcement;

import static io.hackhub.core.announcement.AnnouncementWorld.ADA;
import static io.hackhub.core.announcement.AnnouncementWorld.BOB;
import static io.hackhub.core.announcement.AnnouncementWorld.JUDGE;
import static io.hackhub.core.announcement.AnnouncementWorld.draft;
import static io.hackhub.core.announcement.AnnouncementWorld.get;
import static io.hackhub.core.announcement.AnnouncementWorld.organizer;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.room.RoomCommand.AcksAre;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    private static final AnnouncementWorld world = new AnnouncementWorld();

    private final TestProbe<RoomCommand> room = world.actors.createTestProbe(RoomCommand.class);

    @BeforeEach
    void anotherHackathon() {
        world.anotherHackathon();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void isKeptCountedAndTold() {
        var update = publish(Audience.ALL);
        var cid = cid();

        assertThat(acknowledge(ADA, update, cid)).isEqualTo(new Acked(7, cid, null, Receipt.update(update), false));
        room.expectMessage(new AcksAre(update, 1));
        acknowledge(BOB, update, cid());
        room.expectMessage(new AcksAre(update, 2));
    }

    @Test
    void countsAPersonOnce() {
        var update = publish(Audience.ALL);
        var cid = cid();
        acknowledge(ADA, update, cid);
        room.expectMessage(new AcksAre(update, 1));

        assertThat(acknowledge(ADA, update, cid)).isEqualTo(new Acked(7, cid, null, Receipt.update(update), true));
        assertThat(acknowledge(ADA, update, cid()))
                .isInstanceOfSatisfying(
                        Acked.class, it -> assertThat(it.duplicate()).isFalse());
        room.expectNoMessage(Duration.ofMillis(50));
    }

    @Test
    void anIdStandsForOneUpdate() {
        var one = publish(Audience.ALL);
        var other = publish(Audience.ALL);
        var cid = cid();
        acknowledge(ADA, one, cid);

        assertThat(code(acknowledge(ADA, other, cid))).isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void anIdThatIsUsedForTwoUpdatesAtOnceStandsForTheOneThatIsKept() throws Exception {
        var one = publish(Audience.ALL);
        var other = publish(Audience.ALL);
        var cid = cid();
        try (var db = world.postgres.source().getConnection()) {
            db.setAutoCommit(false);
            AcknowledgementTable.insert(db, one, ADA, world.hackathon, cid, world.now.get());
            var outcome = acknowledging(ADA, other, cid);
            room.awaitAssert(
                    Duration.ofSeconds(10), () -> assertThat(waitingForLocks()).isOne());
            db.commit();

            assertThat(code(get(outcome))).isEqualTo(RefusalCode.CONFLICT);
        }
    }

    @Test
    void anIdThatIsDatedAheadIsRefused() {
        var update = publish(Audience.ALL);
        var ahead = Uuids.v7(world.now.get().plusSeconds(61), world.random);

        assertThat(code(acknowledge(ADA, update, ahead))).isEqualTo(RefusalCode.BAD_REQUEST);
        assertThat(acknowledge(ADA, update, Uuids.v7(world.now.get().plusSeconds(60), world.random)))
                .isInstanceOf(Acked.class);
    }

    @Test
    void onlyWhatOneMayReadCanBeAcknowledged() {
        var judges = publish(Audience.JUDGES);
        world.beat();

        assertThat(code(acknowledge(ADA, judges, cid()))).isEqualTo(RefusalCode.NOT_FOUND);
        assertThat(code(acknowledge(ADA, UUID.randomUUID(), cid()))).isEqualTo(RefusalCode.NOT_FOUND);
        assertThat(acknowledge(JUDGE, judges, cid())).isInstanceOf(Acked.class);
    }

    @Test
    void whatIsWithdrawnCannotBeAcknowledged() {
        var update = publish(Audience.ALL);
        get(world.announcements().withdraw(world.hackathon, organizer(), update, java.util.OptionalLong.empty()));

        assertThat(code(acknowledge(ADA, update, cid()))).isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void aDraftsAreNotThereForStrangers() {
        var update = publish(Audience.ALL);
        world.published(false);

        assertThat(code(acknowledge(AnnouncementWorld.STRANGER, update, cid()))).isEqualTo(RefusalCode.NOT_FOUND);
    }

    private UUID cid() {
        return Uuids.v7(world.now.get(), world.random);
    }

    private static UUID publish(Audience audience) {
        var written = get(world.announcements().publish(world.hackathon, organizer(), draft("Pizza", audience, null)));
        return ((Announcements.Done) written).update().id();
    }

    private Outcome acknowledge(UserId user, UUID update, UUID cid) {
        return get(acknowledging(user, update, cid));
    }

    private CompletionStage<Outcome> acknowledging(UserId user, UUID update, UUID cid) {
        var rooms = new Rooms(world.actors.system(), _ -> room.ref());
        return world.acknowledgements(rooms).acknowledge(user, world.hackathon, update, cid, 7);
    }

    private static long waitingForLocks() {
        return world.postgres
                .database()
                .now(db -> Sql.first(
                                db,
                                "select count(*) as waiting from pg_stat_activity"
                                        + " where datname = current_database() and wait_event_type = 'Lock'",
                                row -> row.getLong("waiting"))
                        .orElse(0L));
    }

    private static RefusalCode code(Outcome outcome) {
        return ((Outcome.Refused) outcome).code();
    }
}
