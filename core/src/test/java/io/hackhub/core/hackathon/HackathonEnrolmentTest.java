package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.HackathonKit.guards;
import static io.hackhub.core.hackathon.HackathonKit.refused;
import static io.hackhub.core.hackathon.RegistrationStatus.CHECKED_IN;
import static io.hackhub.core.hackathon.RegistrationStatus.REGISTERED;
import static io.hackhub.core.hackathon.RegistrationStatus.WAITLISTED;
import static io.hackhub.core.hackathon.Samples.ADA;
import static io.hackhub.core.hackathon.Samples.BOB;
import static io.hackhub.core.hackathon.Samples.ENDS;
import static io.hackhub.core.hackathon.Samples.EVE;
import static io.hackhub.core.hackathon.Samples.MILESTONES;
import static io.hackhub.core.hackathon.Samples.OPENS;
import static io.hackhub.core.hackathon.Samples.OWNER;
import static io.hackhub.core.hackathon.Samples.ROCKETS;
import static io.hackhub.core.hackathon.Samples.SPRING;
import static io.hackhub.core.hackathon.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.HackathonCommand.ManagersAre;
import io.hackhub.core.hackathon.HackathonCommand.StandingOf;
import io.hackhub.core.hackathon.HackathonCommand.Withdraw;
import io.hackhub.core.hackathon.HackathonEvent.LossApplied;
import io.hackhub.core.hackathon.HackathonEvent.Promoted;
import io.hackhub.core.hackathon.HackathonEvent.Withdrawn;
import io.hackhub.core.hackathon.HackathonReply.Accepted;
import io.hackhub.core.hackathon.HackathonReply.Enrolled;
import io.hackhub.core.hackathon.HackathonReply.Finished;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.util.List;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HackathonEnrolmentTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create(EventSourcedBehaviorTestKit.config());

    private final HackathonKit kit = new HackathonKit(ACTORS);

    @BeforeEach
    void registrationIsOpenForTwo() {
        kit.clear();
        kit.publish(2);
        kit.tick(OPENS);
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    @Test
    void placesGoInOrderOfArrivalThenPeopleWait() {
        assertThat(status(kit.register(ADA))).isEqualTo(REGISTERED);
        assertThat(status(kit.register(BOB))).isEqualTo(REGISTERED);
        assertThat(kit.register(EVE))
                .isEqualTo(new Enrolled(new Registration(Samples.registration(EVE), EVE, WAITLISTED, 1, null, OPENS)));
        assertThat(position(kit.register(user(9)))).isEqualTo(2);
        assertThat(kit.view(null).counts()).isEqualTo(new HackathonView.Counts(2, 2, 0));
    }

    @Test
    void nobodyRegistersTwice() {
        kit.register(ADA);
        kit.register(BOB);
        kit.register(EVE);

        assertThat(kit.register(ADA)).isEqualTo(refused(Reason.ALREADY_REGISTERED));
        assertThat(kit.register(EVE)).isEqualTo(refused(Reason.ALREADY_REGISTERED));
    }

    @Test
    void withdrawingPromotesTheFirstWhoWaitsInTheSameWrite() {
        List.of(ADA, BOB, EVE, user(9)).forEach(kit::register);
        var probe = ACTORS.<HackathonReply>createTestProbe();

        var result = kit.entity.runCommand(new Withdraw(ADA, probe.ref()));

        assertThat(result.events()).startsWith(new Withdrawn(ADA, OPENS), new Promoted(EVE, OPENS));
        assertThat(probe.receiveMessage()).isEqualTo(new Finished());
        assertThat(kit.view(EVE).registration())
                .extracting(Registration::status)
                .isEqualTo(REGISTERED);
        assertThat(kit.view(user(9)).registration())
                .extracting(Registration::position)
                .isEqualTo(1);
    }

    @Test
    void whoWaitsAndWithdrawsPromotesNobody() {
        List.of(ADA, BOB, EVE, user(9)).forEach(kit::register);

        kit.withdraw(EVE);

        assertThat(kit.view(user(9)).registration())
                .extracting(Registration::position)
                .isEqualTo(1);
        assertThat(kit.view(null).counts()).isEqualTo(new HackathonView.Counts(2, 1, 0));
    }

    @Test
    void whoComesBackGoesToTheEnd() {
        List.of(ADA, BOB, EVE, user(9)).forEach(kit::register);
        kit.withdraw(ADA);

        assertThat(position(kit.register(ADA))).isEqualTo(2);
    }

    @Test
    void nobodyIsPromotedOnceItIsOver() {
        List.of(ADA, BOB, EVE).forEach(kit::register);
        kit.enter(ADA, ROCKETS);
        kit.tick(ENDS);

        assertThat(kit.withdraw(ADA)).isEqualTo(refused(Reason.PHASE));
        assertThat(kit.view(EVE).registration())
                .extracting(Registration::status)
                .isEqualTo(WAITLISTED);
    }

    @Test
    void morePlacesPromoteAtOnceAndFewerThanTakenAreRefused() {
        List.of(ADA, BOB, EVE, user(9)).forEach(kit::register);

        assertThat(guards(kit.change(Samples.details(1), MILESTONES))).containsExactly("capacity");
        assertThat(kit.change(Samples.details(3), MILESTONES)).isInstanceOf(Accepted.class);
        assertThat(kit.view(null).counts()).isEqualTo(new HackathonView.Counts(3, 1, 0));
        kit.change(Samples.details(null), MILESTONES);
        assertThat(kit.view(null).counts()).isEqualTo(new HackathonView.Counts(4, 0, 0));
    }

    @Test
    void theOrderIsTheSameAfterARestart() {
        List.of(ADA, BOB, EVE, user(9), user(8)).forEach(kit::register);
        kit.withdraw(BOB);
        var before = kit.registrations(0, 100, null);

        kit.entity.restart();

        assertThat(kit.registrations(0, 100, null)).isEqualTo(before);
        assertThat(before.items()).extracting(Registration::user).containsExactly(ADA, EVE, user(9), user(8));
    }

    @Test
    void registrationsArePaged() {
        List.of(ADA, BOB, EVE, user(9)).forEach(kit::register);

        assertThat(kit.registrations(0, 3, null).next()).isEqualTo(3);
        var rest = kit.registrations(3, 3, null);
        assertThat(rest.items()).extracting(Registration::position).containsExactly(2);
        assertThat(rest.next()).isNull();
        assertThat(kit.registrations(0, 10, WAITLISTED).items())
                .extracting(Registration::user)
                .containsExactly(EVE, user(9));
    }

    @Test
    void checkingInIsForWhoHasAPlace() {
        List.of(ADA, BOB, EVE).forEach(kit::register);

        assertThat(status(kit.checkIn(ADA))).isEqualTo(CHECKED_IN);
        assertThat(status(kit.checkIn(ADA))).isEqualTo(CHECKED_IN);
        assertThat(kit.checkIn(EVE)).isEqualTo(refused(Reason.NOT_REGISTERED));
        assertThat(kit.view(ADA).grants()).containsExactly(Grant.PARTICIPANT);
    }

    @Test
    void staffAndRegistrationExcludeEachOther() {
        kit.register(ADA);
        kit.addStaff(BOB, StaffRole.JUDGE);

        assertThat(kit.addStaff(ADA, StaffRole.MENTOR)).isEqualTo(refused(Reason.ROLE_CONFLICT));
        assertThat(kit.register(BOB)).isEqualTo(refused(Reason.ROLE_CONFLICT));
        assertThat(kit.register(OWNER)).isEqualTo(refused(Reason.ROLE_CONFLICT));
        assertThat(kit.staff(BOB)).isInstanceOf(Accepted.class);
        assertThat(status(kit.register(BOB))).isEqualTo(REGISTERED);
    }

    @Test
    void rolesAddUpOrAreReplaced() {
        kit.addStaff(BOB, StaffRole.MENTOR);
        kit.addStaff(BOB, StaffRole.JUDGE);
        assertThat(kit.view(BOB).grants()).containsExactlyInAnyOrder(Grant.JUDGE, Grant.MENTOR);

        kit.staff(BOB, StaffRole.CHECKIN);
        assertThat(kit.view(BOB).grants()).containsExactly(Grant.CHECKIN);
        assertThat(kit.staff(BOB)).isInstanceOf(Accepted.class);
        assertThat(kit.staff(BOB)).isEqualTo(refused(Reason.NOT_STAFF));
    }

    @Test
    void thePanelIsLockedWhileJudging() {
        kit.register(ADA);
        kit.enter(ADA, ROCKETS);
        kit.tick(ENDS.plus(Samples.GRACE));

        assertThat(kit.addStaff(BOB, StaffRole.JUDGE)).isEqualTo(refused(Reason.PHASE));
        assertThat(kit.addStaff(BOB, StaffRole.MENTOR)).isInstanceOf(Accepted.class);
    }

    @Test
    void withdrawingAnswersOnlyOnceTheRoomsHaveCutThemOff() {
        kit.register(ADA);
        kit.neighbours.roomsSilent = true;

        var probe = kit.later(replyTo -> new Withdraw(ADA, replyTo));
        probe.expectNoMessage();
        assertThat(kit.neighbours.told)
                .containsExactlyInAnyOrder(
                        told(new Channel.HackathonChat(SPRING)), told(new Channel.Announcements(SPRING)));
        kit.neighbours.openTold.forEach(answer -> answer.complete(Done.getInstance()));

        assertThat(probe.receiveMessage()).isEqualTo(new Finished());
    }

    @Test
    void whoIsBeingCutOffComesBackALittleLater() {
        kit.register(ADA);
        kit.neighbours.roomsSilent = true;
        var probe = kit.later(replyTo -> new Withdraw(ADA, replyTo));

        assertThat(kit.register(ADA)).isEqualTo(refused(Reason.BUSY));
        kit.neighbours.openTold.forEach(answer -> answer.complete(Done.getInstance()));
        probe.receiveMessage();

        assertThat(kit.register(ADA)).isInstanceOf(Enrolled.class);
    }

    @Test
    void aLossIsToldAgainAfterACrashUntilItIsApplied() {
        kit.register(ADA);
        kit.neighbours.roomsSilent = true;
        kit.later(replyTo -> new Withdraw(ADA, replyTo));
        kit.neighbours.told.clear();
        kit.neighbours.roomsSilent = false;

        kit.entity.restart();
        kit.withdraw(ADA);

        assertThat(kit.neighbours.told).hasSize(2);
        assertThat(((Live) kit.entity.getState()).losses()).isEmpty();
    }

    @Test
    void aLossThatFailsToArriveIsToldAgain() {
        kit.register(ADA);
        kit.neighbours.roomsSilent = true;
        var probe = kit.later(replyTo -> new Withdraw(ADA, replyTo));
        kit.neighbours.roomsSilent = false;
        kit.neighbours.openTold.forEach(answer -> answer.completeExceptionally(new IllegalStateException("away")));

        assertThat(probe.receiveMessage()).isEqualTo(new Finished());
        assertThat(kit.neighbours.told).hasSize(4);
    }

    @Test
    void removedStaffAnswersOnceApplied() {
        kit.addStaff(BOB, StaffRole.MENTOR, StaffRole.ORGANIZER);
        kit.register(ADA);
        kit.enter(ADA, ROCKETS);

        assertThat(kit.staff(BOB)).isInstanceOf(Accepted.class);

        assertThat(kit.neighbours.told)
                .extracting(told -> told.standing().user())
                .containsOnly(BOB);
        assertThat(kit.neighbours.dismissed).containsExactly(BOB);
        assertThat(kit.neighbours.boards).extracting(Standing::user).containsExactly(BOB);
        assertThat(((Live) kit.entity.getState()).losses()).isEmpty();
    }

    @Test
    void ownersAndAdminsOfTheOrganizationAreOrganizers() {
        assertThat(kit.view(OWNER).grants()).containsExactlyInAnyOrder(Grant.ORGANIZATION_OWNER, Grant.ORGANIZER);

        var result = kit.entity.runCommand(managersAre(2, List.of(new Manager(BOB, Grant.ORGANIZATION_ADMIN))));
        assertThat(result.events()).first().isInstanceOf(HackathonEvent.ManagersChanged.class);

        assertThat(kit.view(BOB).grants()).containsExactlyInAnyOrder(Grant.ORGANIZATION_ADMIN, Grant.ORGANIZER);
        assertThat(kit.view(OWNER).grants()).isEmpty();
        assertThat(kit.neighbours.told)
                .extracting(told -> told.standing().user())
                .containsOnly(OWNER);
    }

    @Test
    void whomTheOrganizationMakesItsAdminWhileRegisteredIsNoOrganizerUntilWithdrawn() {
        List.of(ADA, BOB, EVE).forEach(kit::register);
        kit.enter(ADA, ROCKETS);
        kit.entity.runCommand(managersAre(
                2, List.of(new Manager(ADA, Grant.ORGANIZATION_ADMIN), new Manager(EVE, Grant.ORGANIZATION_OWNER))));

        assertThat(kit.view(ADA).grants()).containsExactly(Grant.PARTICIPANT);
        assertThat(kit.view(EVE).grants()).containsExactly(Grant.WAITLISTED);
        assertThat(kit.view(null).managers()).isEmpty();
        kit.entity.restart();
        assertThat(standing(ADA).grants()).containsExactly(Grant.PARTICIPANT);

        kit.withdraw(ADA);
        assertThat(kit.view(ADA).grants()).containsExactlyInAnyOrder(Grant.ORGANIZATION_ADMIN, Grant.ORGANIZER);
        assertThat(kit.view(null).with(StaffRole.ORGANIZER)).containsExactly(ADA);
        assertThat(kit.register(ADA)).isEqualTo(refused(Reason.ROLE_CONFLICT));
        assertThat(kit.view(EVE).grants()).containsExactly(Grant.PARTICIPANT);
    }

    @Test
    void olderNewsOfTheOrganizationChangesNothing() {
        var heard = ACTORS.<Done>createTestProbe();
        kit.entity.runCommand(new ManagersAre(3, List.of(), heard.ref()));
        heard.receiveMessage(); // The owner's loss is applied by now: nothing else is stored of its own accord.

        assertThat(kit.entity.runCommand(managersAre(2, Samples.managers())).hasNoEvents())
                .isTrue();
    }

    @Test
    void aStandingSaysWhatSomebodyIs() {
        List.of(ADA, BOB, EVE).forEach(kit::register);

        assertThat(standing(ADA).grants()).containsExactly(Grant.PARTICIPANT);
        assertThat(standing(EVE).grants()).containsExactly(Grant.WAITLISTED);
        assertThat(standing(null).grants()).isEmpty();
        assertThat(standing(ADA).published()).isTrue();
        assertThat(standing(ADA).chatUntil()).isEqualTo(Standing.OPEN);
    }

    @Test
    void eachEventMakesTheStandingsVersionOneHigher() {
        long before = standing(ADA).version();

        kit.register(ADA);

        assertThat(standing(ADA).version()).isEqualTo(before + 1);
    }

    @Test
    void whoWithdrewTwiceIsNotRegistered() {
        kit.register(ADA);
        kit.withdraw(ADA);

        assertThat(kit.withdraw(ADA)).isEqualTo(refused(Reason.NOT_REGISTERED));
    }

    @Test
    void theLossIsForgottenOnceApplied() {
        kit.register(ADA);
        long version = standing(ADA).version() + 1;
        kit.withdraw(ADA);

        assertThat(kit.entity.persistenceTestKit().persistedInStorage("Hackathon|" + SPRING))
                .last()
                .isEqualTo(new LossApplied(ADA, version, OPENS));
    }

    private static ManagersAre managersAre(long version, List<Manager> managers) {
        return new ManagersAre(version, managers, ACTORS.<Done>createTestProbe().ref());
    }

    private Standing standing(@org.jspecify.annotations.Nullable UserId user) {
        return kit.entity
                .<Standing>runCommand(replyTo -> new StandingOf(user, replyTo))
                .reply();
    }

    private Neighbours.Told told(Channel.Log room) {
        return new Neighbours.Told(room, standing(ADA));
    }

    private static RegistrationStatus status(HackathonReply reply) {
        return ((Enrolled) reply).registration().status();
    }

    private static int position(HackathonReply reply) {
        return java.util.Objects.requireNonNull(
                ((Enrolled) reply).registration().position());
    }
}
