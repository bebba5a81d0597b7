package io.hackhub.core.team;

import static io.hackhub.core.team.Verdict.accept;
import static io.hackhub.core.team.Verdict.refuse;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Policy;
import io.hackhub.core.hackathon.TeamRules;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand.Disband;
import io.hackhub.core.team.TeamCommand.Edit;
import io.hackhub.core.team.TeamCommand.Form;
import io.hackhub.core.team.TeamCommand.InviteMentor;
import io.hackhub.core.team.TeamCommand.Remove;
import io.hackhub.core.team.TeamCommand.RemoveMentor;
import io.hackhub.core.team.TeamCommand.Transfer;
import io.hackhub.core.team.TeamEvent.LeadershipPassed;
import io.hackhub.core.team.TeamEvent.MemberLeft;
import io.hackhub.core.team.TeamEvent.MentorInvited;
import io.hackhub.core.team.TeamEvent.MentorRemoved;
import io.hackhub.core.team.TeamEvent.SubmissionWithdrawn;
import io.hackhub.core.team.TeamEvent.TeamDisbanded;
import io.hackhub.core.team.TeamEvent.TeamEdited;
import io.hackhub.core.team.TeamEvent.TeamFormed;
import io.hackhub.core.team.TeamState.Seat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is in a team, decided purely: state and command in, events or a refusal out.
final class MembershipDecisions {

    static final int MAX_MENTORS = 20;

    private MembershipDecisions() {}

    static boolean may(TeamState team, By by, Action action) {
        var grants = EnumSet.noneOf(Grant.class);
        grants.addAll(by.grants());
        team.grantOf(by.user()).ifPresent(grants::add);
        return Policy.allows(action, grants);
    }

    static boolean mayChange(TeamRules rules, Instant now) {
        return rules.milestones().teamsMayChange(rules.status(), now);
    }

    static Verdict form(TeamState team, Form c, Instant now) {
        if (!Policy.allows(Action.ENTER_TEAM, c.by().grants()) || team.about() != null) {
            return refuse(Refusal.DENIED);
        }
        if (!mayChange(c.rules(), now)) {
            return refuse(Refusal.PHASE);
        }
        return accept(new TeamFormed(
                c.rules().hackathon(),
                c.name(),
                c.description(),
                c.lookingFor(),
                c.by().user(),
                c.rules().version(),
                ClaimDecisions.phase(c.rules().status()),
                c.rules().teamSize().min(),
                c.rules().teamSize().max(),
                c.rules().chatUntil(),
                now));
    }

    static Verdict edit(TeamState team, Edit c, Instant now) {
        if (!may(team, c.by(), Action.MANAGE_TEAM)) {
            return refuse(Refusal.DENIED);
        }
        if (!mayChange(c.rules(), now)) {
            return refuse(Refusal.PHASE);
        }
        if (c.ifVersion() != null && c.ifVersion() != team.revision()) {
            return refuse(Refusal.STALE);
        }
        return accept(new TeamEdited(c.name(), c.description(), c.lookingFor(), now));
    }

    static Verdict disband(TeamState team, Disband c, Instant now) {
        if (!may(team, c.by(), Action.MANAGE_TEAM)) {
            return refuse(Refusal.DENIED);
        }
        if (!mayChange(c.rules(), now)) {
            return refuse(Refusal.PHASE);
        }
        var events = new ArrayList<TeamEvent>();
        team.members().forEach(seat -> events.add(new MemberLeft(seat.user(), seat.n(), c.by().user(), now)));
        end(team, events, c.by().user(), now);
        return new Verdict.Accepted(List.copyOf(events));
    }

    static Verdict transfer(TeamState team, Transfer c, Instant now) {
        if (!may(team, c.by(), Action.MANAGE_TEAM)) {
            return refuse(Refusal.DENIED);
        }
        if (!team.isMember(c.to())) {
            return refuse(Refusal.NOT_MEMBER);
        }
        return c.to().equals(team.leader()) ? accept() : accept(new LeadershipPassed(c.to(), now));
    }

    static Verdict remove(TeamState team, Remove c, Instant now) {
        var leaving = c.user().equals(c.by().user());
        if (team.departures().stream().anyMatch(it -> it.user().equals(c.user())) && !team.isMember(c.user())) {
            return leaving || may(team, c.by(), Action.MANAGE_TEAM) ? accept() : refuse(Refusal.DENIED);
        }
        if (!may(team, c.by(), leaving ? Action.LEAVE_TEAM : Action.MANAGE_TEAM)) {
            return refuse(leaving ? Refusal.NOT_MEMBER : Refusal.DENIED);
        }
        var seat = team.seatOf(c.user());
        if (seat.isEmpty()) {
            return refuse(Refusal.NOT_MEMBER);
        }
        return mayChange(c.rules(), now)
                ? new Verdict.Accepted(departure(team, seat.get(), c.by().user(), now))
                : refuse(Refusal.PHASE);
    }

    /// The leader hands over to whoever has been there longest; the last one ends the team.
    static List<TeamEvent> departure(TeamState team, Seat leaving, @Nullable UserId by, Instant now) {
        var events = new ArrayList<TeamEvent>();
        events.add(new MemberLeft(leaving.user(), leaving.n(), by, now));
        var heir = team.members().stream().filter(seat -> !seat.equals(leaving)).findFirst();
        if (heir.isEmpty()) {
            end(team, events, by, now);
        } else if (leaving.user().equals(team.leader())) {
            events.add(new LeadershipPassed(heir.get().user(), now));
        }
        return List.copyOf(events);
    }

    /// What was handed in is taken back with the team, unless it is before the judges already.
    private static void end(TeamState team, List<TeamEvent> events, @Nullable UserId by, Instant now) {
        if (team.submission() != null && team.surroundings().phase() != HackathonPhase.OVER) {
            events.add(new SubmissionWithdrawn(by, now));
        }
        events.add(new TeamDisbanded(now));
    }

    static Verdict inviteMentor(TeamState team, InviteMentor c, Instant now) {
        if (!may(team, c.by(), Action.MANAGE_TEAM)) {
            return refuse(Refusal.DENIED);
        }
        if (team.isMentor(c.user())) {
            return accept();
        }
        return team.mentors().size() < MAX_MENTORS
                ? accept(new MentorInvited(c.user(), c.by().user(), now))
                : refuse(Refusal.TOO_MANY_MENTORS);
    }

    static Verdict removeMentor(TeamState team, RemoveMentor c, Instant now) {
        if (!may(team, c.by(), Action.MANAGE_TEAM)) {
            return refuse(Refusal.DENIED);
        }
        return team.isMentor(c.user()) ? accept(new MentorRemoved(c.user(), now)) : refuse(Refusal.NOT_MENTOR);
    }

    /// The hackathon has taken the role back: whatever the phase and whoever invited them.
    static List<TeamEvent> dismiss(TeamState team, UserId user, Instant now) {
        return team.isMentor(user) ? List.of(new MentorRemoved(user, now)) : List.of();
    }
}
