package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.Samples.ADA;
import static io.hackhub.core.hackathon.Samples.BOB;
import static io.hackhub.core.hackathon.Samples.ENDS;
import static io.hackhub.core.hackathon.Samples.EVE;
import static io.hackhub.core.hackathon.Samples.GRACE;
import static io.hackhub.core.hackathon.Samples.MILESTONES;
import static io.hackhub.core.hackathon.Samples.OPENS;
import static io.hackhub.core.hackathon.Samples.OWNER;
import static io.hackhub.core.hackathon.Samples.ROCKETS;
import static io.hackhub.core.hackathon.Samples.SPRING;
import static io.hackhub.core.hackathon.Samples.STARTS;
import static io.hackhub.core.hackathon.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.hackathon.HackathonEvent.Promoted;
import io.hackhub.core.hackathon.HackathonEvent.Rescheduled;
import io.hackhub.core.hackathon.HackathonEvent.StaffChanged;
import io.hackhub.core.hackathon.HackathonEvent.StartHeld;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import io.hackhub.core.projection.Consequence;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.room.Intent.ChangeHackathon;
import io.hackhub.core.room.Intent.Notify;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What leaves the database when something happened to a hackathon: to whom, and once.
class ConsequencesTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create(EventSourcedBehaviorTestKit.config());

    private final Samples.Clock clock = new Samples.Clock();
    private final Neighbours neighbours = new Neighbours();
    private ActorRef<HackathonCommand> entity =
            ACTORS.<HackathonCommand>createTestProbe().ref();
    private final Hackathons hackathons = new Hackathons(ACTORS.system(), _ -> entity);

    @BeforeEach
    void adaAndBobTakePartEveWaitsAJudgeJudges() {
        entity = ACTORS.spawn(Hackathon.create(
                SPRING,
                neighbours,
                neighbours,
                neighbours,
                clock,
                ACTORS.system().ignoreRef()));
        ask(replyTo -> new HackathonCommand.Create(
                Samples.CLUB, "spring", Samples.details(2), MILESTONES, 1, Samples.managers(), OWNER, replyTo));
        ask(replyTo ->
                new HackathonCommand.Move(HackathonStatus.PUBLISHED, null, null, null, true, null, OWNER, replyTo));
        clock.set(OPENS);
        List.of(ADA, BOB, EVE)
                .forEach(it -> ask(replyTo -> new HackathonCommand.Register(it, Samples.registration(it), replyTo)));
        ask(replyTo -> new HackathonCommand.SetStaff(user(7), List.of(StaffRole.JUDGE), true, OWNER, replyTo));
        ask(replyTo -> new HackathonCommand.EnterTeam(ADA, ROCKETS, new Credential.Founder(), replyTo));
    }

    @AfterEach
    void forget() {
        ACTORS.stop(entity);
        EventSourcedBehaviorTestKit.create(
                        ACTORS.system(),
                        Hackathon.create(
                                SPRING,
                                neighbours,
                                neighbours,
                                neighbours,
                                clock,
                                ACTORS.system().ignoreRef()))
                .clear();
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    @Test
    void whoIsPromotedIsToldAndNobodyElse() {
        notifying(new Promoted(EVE, OPENS));

        assertThat(inboxes()).containsExactly(EVE);
        assertThat(notice())
                .isEqualTo(new Notify(
                        notice().notificationId(),
                        "registration.promoted",
                        "You have a place in Spring Hack",
                        null,
                        "/hackathons/spring"));
    }

    @Test
    void theStartIsToldToThoseWhoTakePartNotToThoseWhoWait() {
        notifying(moved(HackathonStatus.REGISTRATION_CLOSED, HackathonStatus.ACTIVE));

        assertThat(inboxes()).containsExactlyInAnyOrder(ADA, BOB);
    }

    @Test
    void aCancellationIsToldToEverybodyWithItsReason() {
        notifying(new StatusChanged(
                HackathonStatus.REGISTRATION_OPEN, HackathonStatus.CANCELLED, OWNER, "No hall", OPENS));

        assertThat(inboxes()).containsExactlyInAnyOrder(ADA, BOB, EVE, OWNER, user(7));
        assertThat(notice().body()).isEqualTo("No hall");
    }

    @Test
    void judgesHearOfJudgingOrganizersOfAHeldStartParticipantsOfResults() {
        notifying(moved(HackathonStatus.ACTIVE, HackathonStatus.JUDGING));
        assertThat(inboxes()).containsExactly(user(7));
        neighbours.delivered.clear();

        notifying(new StartHeld(STARTS));
        assertThat(inboxes()).containsExactly(OWNER);
        neighbours.delivered.clear();

        notifying(moved(HackathonStatus.JUDGING, HackathonStatus.COMPLETED));
        assertThat(inboxes()).containsExactlyInAnyOrder(ADA, BOB);
    }

    @Test
    void rolesAreToldToWhoGetsOrLosesThem() {
        notifying(new StaffChanged(BOB, List.of(StaffRole.JUDGE, StaffRole.MENTOR), OWNER, OPENS));
        assertThat(notice().kind()).isEqualTo("staff.changed");
        assertThat(notice().body()).isEqualTo("JUDGE, MENTOR");
        neighbours.delivered.clear();

        notifying(new StaffChanged(BOB, List.of(), OWNER, OPENS));
        assertThat(notice().kind()).isEqualTo("staff.removed");
    }

    @Test
    void doneAgainItIsTheSameNotice() {
        notifying(new Promoted(EVE, OPENS));
        notifying(new Promoted(EVE, OPENS));

        assertThat(neighbours.delivered).hasSize(2);
        assertThat(new HashSet<>(neighbours.delivered)).hasSize(1);
    }

    @Test
    void aTransitionIsOnTheAnnouncementsChannel() {
        run(
                new Announcing(hackathons, neighbours),
                moved(HackathonStatus.PUBLISHED, HackathonStatus.REGISTRATION_OPEN));

        assertThat(neighbours.delivered)
                .extracting(Neighbours.Delivery::room, Neighbours.Delivery::intent)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        new Channel.Announcements(SPRING),
                        new ChangeHackathon("REGISTRATION_OPEN", null, null, null, null, null)));
    }

    @Test
    void newDatesAreAnnounced() {
        run(new Announcing(hackathons, neighbours), new Rescheduled(MILESTONES, OWNER, OPENS));

        assertThat(neighbours.delivered)
                .extracting(Neighbours.Delivery::intent)
                .containsExactly(new ChangeHackathon("REGISTRATION_OPEN", OPENS, Samples.CLOSES, STARTS, ENDS, null));
    }

    @Test
    void teamsHearHowFarItIs() {
        clock.set(STARTS);

        run(
                new TellingTeams(hackathons, neighbours),
                moved(HackathonStatus.REGISTRATION_CLOSED, HackathonStatus.ACTIVE));

        assertThat(neighbours.rules).extracting(TeamRules::status).containsExactly(HackathonStatus.ACTIVE);
    }

    @Test
    void judgingHearsItsBeginningAndWhatChangesMeanwhile() {
        run(new TellingJudging(hackathons, neighbours), new StaffChanged(BOB, List.of(), OWNER, OPENS));
        assertThat(neighbours.setups).isEmpty();
        clock.set(ENDS.plus(GRACE));

        run(new TellingJudging(hackathons, neighbours), moved(HackathonStatus.ACTIVE, HackathonStatus.JUDGING));
        run(new TellingJudging(hackathons, neighbours), new StaffChanged(BOB, List.of(), OWNER, OPENS));

        assertThat(neighbours.setups).hasSize(2).allMatch(JudgingPort.Setup::open);
        assertThat(neighbours.setups.getFirst().judges()).containsExactly(user(7));
        assertThat(neighbours.setups.getFirst().teams()).containsExactly(ROCKETS);
    }

    private void notifying(HackathonEvent event) {
        run(new Notifying(hackathons, neighbours), event);
    }

    private static void run(Consequence<HackathonEvent> consequence, HackathonEvent event) {
        consequence
                .of(new Stored<>("Hackathon|" + SPRING, SPRING.toString(), 12, event))
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private void ask(org.apache.pekko.japi.function.Function<ActorRef<HackathonReply>, HackathonCommand> command) {
        JournalKit.await(hackathons.ask(SPRING, command));
    }

    private static StatusChanged moved(HackathonStatus from, HackathonStatus to) {
        return new StatusChanged(from, to, null, null, OPENS);
    }

    private List<UserId> inboxes() {
        return neighbours.delivered.stream()
                .map(it -> ((Channel.Inbox) it.room()).user())
                .toList();
    }

    private Notify notice() {
        return (Notify) neighbours.delivered.getFirst().intent();
    }
}
