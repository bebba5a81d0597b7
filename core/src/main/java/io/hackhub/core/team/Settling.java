package io.hackhub.core.team;

import io.hackhub.core.team.TeamEvent.DepartureSettled;
import io.hackhub.core.team.TeamEvent.HackathonKnown;
import io.hackhub.core.team.TeamEvent.InvitationCreated;
import io.hackhub.core.team.TeamEvent.InvitationRevoked;
import io.hackhub.core.team.TeamEvent.JoinRefused;
import io.hackhub.core.team.TeamEvent.LeadershipPassed;
import io.hackhub.core.team.TeamEvent.MemberJoined;
import io.hackhub.core.team.TeamEvent.MemberLeft;
import io.hackhub.core.team.TeamEvent.MentorInvited;
import io.hackhub.core.team.TeamEvent.MentorRemoved;
import io.hackhub.core.team.TeamEvent.ProjectSaved;
import io.hackhub.core.team.TeamEvent.ProjectSubmitted;
import io.hackhub.core.team.TeamEvent.SubmissionWithdrawn;
import io.hackhub.core.team.TeamEvent.TeamDisbanded;
import io.hackhub.core.team.TeamEvent.TeamEdited;
import io.hackhub.core.team.TeamEvent.TeamFormed;
import io.hackhub.core.team.TeamState.Departure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What room and hackathon have still to confirm, and who waits for that. Only in memory: after a crash everything is
/// said again, and those who waited ask again.
final class Settling {

    private static final Duration NOBODY_WAITS_LONGER = Duration.ofMinutes(1);

    private record Waiting(long version, Set<Departure> departures, Instant since, Consumer<TeamState> answer) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private long changed;
    private long applied;

    /// Whether it changes who is in the room, or until when they may write there.
    static boolean concernsRoom(TeamEvent event) {
        return switch (event) {
            case MemberJoined _,
                    MemberLeft _,
                    LeadershipPassed _,
                    MentorInvited _,
                    MentorRemoved _,
                    TeamDisbanded _,
                    HackathonKnown _ -> true;
            case TeamFormed _,
                    TeamEdited _,
                    JoinRefused _,
                    DepartureSettled _,
                    InvitationCreated _,
                    InvitationRevoked _,
                    ProjectSaved _,
                    ProjectSubmitted _,
                    SubmissionWithdrawn _ -> false;
        };
    }

    /// The room must learn what the team is as of this event.
    void change(long version) {
        changed = version;
    }

    void applied(long version) {
        applied = Math.max(applied, version);
    }

    boolean isUpToDate() {
        return applied >= changed;
    }

    /// Whether the room must still learn of this version, and of no newer one.
    boolean isOwed(long version) {
        return version == changed && !isUpToDate();
    }

    long version() {
        return changed;
    }

    void await(Collection<Departure> departures, Instant now, Consumer<TeamState> answer) {
        waiting.add(new Waiting(changed, Set.copyOf(departures), now, answer));
    }

    void answerThoseWhoMay(TeamState team, Instant now) {
        var ready = waiting.stream().filter(it -> isSettled(it, team)).toList();
        waiting.removeAll(ready);
        waiting.removeIf(it -> it.since().plus(NOBODY_WAITS_LONGER).isBefore(now));
        ready.forEach(it -> it.answer().accept(team));
    }

    private boolean isSettled(Waiting it, TeamState team) {
        return applied >= it.version() && team.departures().stream().noneMatch(it.departures()::contains);
    }
}
