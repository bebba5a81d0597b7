package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonCommand.CheckIn;
import io.hackhub.core.hackathon.HackathonCommand.EnterTeam;
import io.hackhub.core.hackathon.HackathonCommand.Register;
import io.hackhub.core.hackathon.HackathonCommand.SetStaff;
import io.hackhub.core.hackathon.HackathonCommand.Withdraw;
import io.hackhub.core.hackathon.HackathonEvent.CheckedIn;
import io.hackhub.core.hackathon.HackathonEvent.Promoted;
import io.hackhub.core.hackathon.HackathonEvent.Registered;
import io.hackhub.core.hackathon.HackathonEvent.StaffChanged;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimed;
import io.hackhub.core.hackathon.HackathonEvent.Withdrawn;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Who comes and goes: participants, the waiting list, staff, teams. The hackathon passed in has caught up with the
/// clock.
final class Enrolment {

    private Enrolment() {}

    static Verdict register(Live hackathon, Register command, Instant now) {
        var user = command.user();
        if (hackathon.isOnRoll(user)) {
            return Verdict.no(Reason.ALREADY_REGISTERED);
        }
        if (hackathon.people().works(user)) {
            return Verdict.no(Reason.ROLE_CONFLICT);
        }
        if (!hackathon.milestones().mayRegister(hackathon.status(), now)) {
            return Verdict.no(Reason.REGISTRATION_CLOSED);
        }
        if (hackathon.isLosing(user)) {
            return Verdict.no(Reason.BUSY);
        }
        var status = hasRoom(hackathon) ? RegistrationStatus.REGISTERED : RegistrationStatus.WAITLISTED;
        return Verdict.yes(new Registered(user, command.registration(), status, now));
    }

    static Verdict withdraw(Live hackathon, Withdraw command, Instant now) {
        if (!hackathon.isOnRoll(command.user())) {
            return hackathon.isLosing(command.user()) ? Verdict.yes() : Verdict.no(Reason.NOT_REGISTERED);
        }
        if (!hackathon.milestones().placesAreFilled(hackathon.status(), now)) {
            return Verdict.no(Reason.PHASE);
        }
        var events = new ArrayList<HackathonEvent>();
        events.add(new Withdrawn(command.user(), now));
        events.addAll(promotions(hackathon.after(events), now));
        return new Verdict.Yes(events);
    }

    /// The waiting people for whom there is room, as long as places are filled.
    static List<HackathonEvent> promotions(Live hackathon, Instant now) {
        var events = new ArrayList<HackathonEvent>();
        var state = hackathon;
        while (state.milestones().placesAreFilled(state.status(), now)
                && !state.roll().waiting().isEmpty()
                && roomFor(state)) {
            var promoted = new Promoted(state.roll().waiting().getFirst().user(), now);
            events.add(promoted);
            state = state.after(promoted);
        }
        return events;
    }

    static Verdict checkIn(Live hackathon, CheckIn command, Instant now) {
        var place = hackathon.roll().place(command.user());
        if (place.isEmpty()) {
            return Verdict.no(Reason.NOT_REGISTERED);
        }
        if (place.get().checkedIn()) {
            return Verdict.yes();
        }
        return switch (hackathon.status()) {
            case REGISTRATION_OPEN, REGISTRATION_CLOSED, ACTIVE ->
                Verdict.yes(new CheckedIn(command.user(), command.by(), now));
            case DRAFT, PUBLISHED, JUDGING, COMPLETED, CANCELLED -> Verdict.no(Reason.PHASE);
        };
    }

    static Verdict staff(Live hackathon, SetStaff command, Instant now) {
        var before = hackathon.people().roles(command.user());
        var roles = EnumSet.noneOf(StaffRole.class);
        roles.addAll(command.roles());
        if (command.keep()) {
            roles.addAll(before);
        }
        if (!roles.isEmpty() && hackathon.isOnRoll(command.user())) {
            return Verdict.no(Reason.ROLE_CONFLICT);
        }
        if (before.isEmpty() && !command.keep() && !hackathon.isLosing(command.user())) {
            return Verdict.no(Reason.NOT_STAFF);
        }
        boolean panelChanges = roles.contains(StaffRole.JUDGE) != before.contains(StaffRole.JUDGE);
        if (hackathon.status().isOver() || (hackathon.status() == HackathonStatus.JUDGING && panelChanges)) {
            return Verdict.no(Reason.PHASE);
        }
        var after = List.copyOf(roles);
        return after.equals(before)
                ? Verdict.yes()
                : Verdict.yes(new StaffChanged(command.user(), after, command.by(), now));
    }

    static Verdict enterTeam(Live hackathon, EnterTeam command, Instant now) {
        var user = command.user();
        if (!hackathon.roll().hasPlace(user)) {
            return Verdict.no(Reason.NOT_PARTICIPANT);
        }
        if (!hackathon.milestones().teamsMayChange(hackathon.status(), now)) {
            return Verdict.no(Reason.PHASE);
        }
        var claim = hackathon.claims().of(user);
        if (claim.isPresent()) {
            boolean same = !claim.get().settled() && claim.get().team().equals(command.team());
            return same ? Verdict.yes() : Verdict.no(Reason.ALREADY_IN_TEAM);
        }
        long number = hackathon.claims().last() + 1;
        return Verdict.yes(new TeamClaimed(user, command.team(), number, command.credential(), now));
    }

    private static boolean hasRoom(Live hackathon) {
        return hackathon.roll().waiting().isEmpty() && roomFor(hackathon);
    }

    private static boolean roomFor(Live hackathon) {
        var max = hackathon.details().maxParticipants();
        return max == null || hackathon.roll().registered().size() < max;
    }
}
