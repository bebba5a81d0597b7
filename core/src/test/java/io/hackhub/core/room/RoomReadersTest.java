package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.EVE;
import static io.hackhub.core.room.Fixture.NEWS;
import static io.hackhub.core.room.Fixture.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Standing;
import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.Reader;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.room.RoomCommand.FromHub;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RoomReadersTest extends RoomHost {

    private static final ActorTestKit ACTORS = startActors();

    RoomReadersTest() {
        super(ACTORS);
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    @Test
    void aHubIsSentWhatItMissesAndThenWhatHappens() {
        var room = teamRoom();
        room.tell(act(1, ADA, post("a")));
        acked();
        follow(room, 1);
        assertThat(events()).extracting(EventFrame::seq).containsExactly(2L, 3L);

        room.tell(act(2, ADA, post("b")));
        assertThat(events()).extracting(EventFrame::seq).containsExactly(4L);
    }

    @Test
    void aHubThatKnowsNothingIsToldTheHeadAndReadsTheJournal() {
        var room = teamRoom();
        follow(room, SourceCommand.NOTHING);

        assertThat(hub.receiveMessage()).isEqualTo(new HubCommand.Head(CHAT, 2));
    }

    @Test
    void aSecondAfterTheLastEventTheHeadIsRepeatedOnce() {
        var room = teamRoom();
        follow(room, 2);
        room.tell(act(1, ADA, post("a")));
        events();

        assertThat(hub.receiveMessage(Duration.ofSeconds(3))).isEqualTo(new HubCommand.Head(CHAT, 3));
    }

    @Test
    void largeBatchesAreCutForTheWayBetweenNodes() {
        var room = teamRoom();
        follow(room, 2);
        hub.receiveMessage();
        for (int i = 0; i < 30; i++) {
            room.tell(act(i, ADA, post("x".repeat(9_900))));
        }
        outcomes.receiveSeveralMessages(30, Duration.ofSeconds(10));

        int seen = 0;
        while (seen < 30) {
            var some = events();
            assertThat(some.stream().mapToInt(it -> it.json().length()).sum()).isLessThanOrEqualTo(Followers.MESSAGE);
            seen += some.size();
        }
        assertThat(seen).isEqualTo(30);
    }

    @Test
    void everyHubIsToldThatTheRoomIsUpUntilItAnswers() {
        world.hubs.add(hub.getRef());
        var room = start(NEWS);
        assertThat(fromHub(HubCommand.Up.class)).isEqualTo(new HubCommand.Up(NEWS));
        assertThat(fromHub(HubCommand.Up.class)).isEqualTo(new HubCommand.Up(NEWS));

        room.tell(new FromHub(new SourceCommand.Unfollow(NEWS, hub.getRef())));
        hub.expectNoMessage(Duration.ofMillis(1_500));
    }

    @Test
    void aHubThatComesIntoReachAfterAPostIsToldThatTheRoomIsUp() {
        var room = teamRoom();
        room.tell(act(1, ADA, post("a")));
        acked();

        world.hubs.add(hub.getRef());
        assertThat(fromHub(HubCommand.Up.class)).isEqualTo(new HubCommand.Up(CHAT));
    }

    @Test
    void aRoomStaysAwakeUntilEveryHubHasAnswered() {
        world.hubs.add(hub.getRef());
        var room = teamRoom();
        shard.expectNoMessage(Duration.ofSeconds(3));

        room.tell(new FromHub(new SourceCommand.Unfollow(CHAT, hub.getRef())));
        assertThat(shard.receiveMessage()).isEqualTo(new ClusterSharding.Passivate<>(room));
    }

    @Test
    void whileTheJournalIsAwayReadersWaitAndAreAnsweredAfterwards() {
        var room = teamRoom();
        storage.failNextPersisted(RoomLog.persistenceId(CHAT));
        room.tell(act(1, ADA, post("a")));
        refused();
        admit(room, BOB, null);

        assertThat(admissions.receiveMessage()).isEqualTo(new Admission(CHAT, 5, null, 2, true));
    }

    @Test
    void whoMayReadIsSaidByTheTeamsList() {
        var room = teamRoom();
        admit(room, BOB, null);
        admit(room, EVE, null);

        assertThat(admissions.receiveMessage().refusal()).isNull();
        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void aGuestReadsPublishedAnnouncementsAndWritesNothing() {
        world.standings.put(Optional.empty(), new Standing(null, 3, Set.of(), true, Standing.OPEN));
        var room = start(NEWS);
        room.tell(new FromHub(new SourceCommand.Admit(NEWS, Reader.GUEST, null, 5, admissions.getRef())));
        assertThat(admissions.receiveMessage()).isEqualTo(new Admission(NEWS, 5, null, 0, false));

        world.standings.clear();
        var other = start(new Channel.Announcements(new HackathonId(new UUID(9, 9))));
        other.tell(new FromHub(new SourceCommand.Admit(channel, Reader.GUEST, null, 6, admissions.getRef())));
        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void whatARoomStillHoldsOfADeletedMessageHasNoText() {
        var room = teamRoom();
        room.tell(act(1, ADA, post("secret")));
        room.tell(act(2, ADA, new Intent.DeleteMessage(acked().cid())));
        acked();
        follow(room, 2);

        assertThat(new String(events().getFirst().json().array(), UTF_8))
                .contains("\"text\":null", "\"deleted\":true")
                .doesNotContain("secret");
    }

    @Test
    void presenceIsTheSumOfTheHubs() {
        var room = teamRoom();
        follow(room, 2);
        room.tell(new FromHub(new SourceCommand.Readers(CHAT, 3, List.of(ADA.id()), hub.getRef())));

        assertThat(new String(fromHub(HubCommand.Signal.class).frame().array(), UTF_8))
                .isEqualTo("{\"type\":\"signal\",\"channel\":\"%s\",\"kind\":\"presence\",\"data\":{\"count\":3}}"
                        .formatted(CHAT));
        var who = actors.<HubCommand.WhoIs>createTestProbe();
        room.tell(new FromHub(new SourceCommand.Who(CHAT, 8, List.of(BOB.id()), who.getRef())));
        assertThat(who.receiveMessage().users()).containsExactlyInAnyOrder(ADA, BOB);
    }

    @Test
    void theReadersOfAHubThatRenewsNoMoreCountNoMore() {
        clock = now::get;
        var room = teamRoom();
        var lost = actors.<HubCommand>createTestProbe();
        room.tell(new FromHub(new SourceCommand.Follow(CHAT, 2, lost.getRef())));
        lost.receiveMessage();
        room.tell(new FromHub(new SourceCommand.Readers(CHAT, 3, List.of(ADA.id()), lost.getRef())));
        now.updateAndGet(at -> at.plusSeconds(60));
        follow(room, 2);
        assertThat(new String(fromHub(HubCommand.Signal.class).frame().array(), UTF_8))
                .contains("\"count\":3");

        now.updateAndGet(at -> at.plusSeconds(31));
        assertThat(new String(fromHub(HubCommand.Signal.class).frame().array(), UTF_8))
                .contains("\"count\":0");
    }

    @Test
    void typingIsShownOfThoseWhoMayWriteAtMostEveryTwoSeconds() {
        var room = teamRoom();
        follow(room, 2);
        hub.receiveMessage();
        room.tell(new RoomCommand.Typing(EVE.id()));
        room.tell(new RoomCommand.Typing(BOB.id()));
        room.tell(new RoomCommand.Typing(BOB.id()));

        assertThat(new String(fromHub(HubCommand.Signal.class).frame().array(), UTF_8))
                .contains("typing", BOB.id().toString());
        hub.expectNoMessage(Duration.ofMillis(200));
    }

    @Test
    void acknowledgementCountsAreForOrganizers() {
        var room = start(NEWS);
        follow(room, 0);
        room.tell(new RoomCommand.AcksAre(cid(1), 12));

        assertThat(fromHub(HubCommand.Signal.class).toWriters()).isTrue();
    }

    @Test
    void hubsHearOfAnOrganizerWhoIsOneNoMoreBeforeItIsAnswered() {
        var room = start(NEWS);
        follow(room, 0);
        room.tell(new RoomCommand.StandingChanged(Fixture.standing(ADA, 5), applied.getRef()));
        applied.receiveMessage();
        assertThat(fromHub(HubCommand.RightsAre.class))
                .isEqualTo(new HubCommand.RightsAre(NEWS, ADA.id(), true, false));

        var draft = new Standing(ADA.id(), 6, Set.of(), false, Instant.EPOCH);
        room.tell(new RoomCommand.StandingChanged(draft, applied.getRef()));
        assertThat(fromHub(HubCommand.RightsAre.class))
                .isEqualTo(new HubCommand.RightsAre(NEWS, ADA.id(), false, false));
    }

    @Test
    void aRoomWithoutCommandsGoesToSleepAndSaysSo() {
        var room = teamRoom();
        follow(room, 2);

        assertThat(fromHub(HubCommand.Asleep.class)).isEqualTo(new HubCommand.Asleep(CHAT, 2));
        assertThat(shard.receiveMessage()).isEqualTo(new ClusterSharding.Passivate<>(room));
    }

    @Test
    void aCursorAboveTheHeadMakesTheRoomLookIntoItsJournalFirst() {
        var room = teamRoom();
        storage.persistForRecovery(
                RoomLog.persistenceId(CHAT),
                List.of(new RoomEvent.MessagePosted(cid(9), ADA.id(), Instant.EPOCH, "x", null, List.of(), List.of())));
        world.head = 3;
        admit(room, BOB, 3L);

        assertThat(admissions.receiveMessage(Duration.ofSeconds(4))).isEqualTo(new Admission(CHAT, 5, null, 3, true));
    }

    @Test
    void aCursorAboveEverythingIsAnsweredAsItIs() {
        var room = teamRoom();
        world.head = 2;
        admit(room, BOB, 99L);

        assertThat(admissions.receiveMessage()).isEqualTo(new Admission(CHAT, 5, null, 2, true));
    }

    @Test
    void aCursorThatCannotBeLookedUpIsToTryAgain() {
        var room = teamRoom();
        world.lookUp = () -> CompletableFuture.failedFuture(new IllegalStateException("database away"));
        admit(room, BOB, 99L);
        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.UNAVAILABLE);

        world.lookUp = () -> CompletableFuture.completedFuture(2L);
        admit(room, BOB, 99L);
        assertThat(admissions.receiveMessage()).isEqualTo(new Admission(CHAT, 5, null, 2, true));
    }

    @Test
    void noMoreThanTwoThousandCursorsWaitForOneLook() {
        var room = teamRoom();
        world.lookUp = CompletableFuture::new;
        for (int i = 0; i < Doorway.MOST_WAITING; i++) {
            admit(room, BOB, 99L);
        }
        admissions.expectNoMessage(Duration.ofMillis(200));

        admit(room, BOB, 99L);
        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.OVERLOADED);
    }

    @Test
    void whoseCursorIsLookedUpWhenARoomStopsIsToldToTryAgain() {
        var room = teamRoom();
        world.lookUp = CompletableFuture::new;
        admit(room, BOB, 99L);
        admissions.expectNoMessage(Duration.ofMillis(200));
        actors.stop(room);

        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.UNAVAILABLE);
    }
}
