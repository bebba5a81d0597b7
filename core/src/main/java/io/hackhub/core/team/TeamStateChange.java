package io.hackhub.core.team;

import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamEvent.InvitationCreated;
import io.hackhub.core.team.TeamEvent.MemberJoined;
import io.hackhub.core.team.TeamEvent.MemberLeft;
import io.hackhub.core.team.TeamEvent.TeamEdited;
import io.hackhub.core.team.TeamEvent.TeamFormed;
import io.hackhub.core.team.TeamState.About;
import io.hackhub.core.team.TeamState.Claim;
import io.hackhub.core.team.TeamState.Departure;
import io.hackhub.core.team.TeamState.OpenInvitation;
import io.hackhub.core.team.TeamState.Seat;
import io.hackhub.core.team.TeamState.Surroundings;
import io.hackhub.core.team.TeamView.Mentor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A copy of the state that one event may write on. Lives for that event alone.
final class TeamStateChange {

    @Nullable About about;

    Surroundings surroundings;
    final List<Seat> members;

    @Nullable UserId leader;

    final List<Mentor> mentors;
    final List<OpenInvitation> invitations;
    final List<Claim> claims;
    final List<Departure> departures;

    @Nullable Project project;

    @Nullable Submission submission;

    private boolean disbanded;

    private TeamStateChange(TeamState from) {
        about = from.about();
        surroundings = from.surroundings();
        members = new ArrayList<>(from.members());
        leader = from.leader();
        mentors = new ArrayList<>(from.mentors());
        invitations = new ArrayList<>(from.invitations());
        claims = new ArrayList<>(from.claims());
        departures = new ArrayList<>(from.departures());
        project = from.project();
        submission = from.submission();
        disbanded = from.disbanded();
    }

    static TeamStateChange of(TeamState from) {
        return new TeamStateChange(from);
    }

    TeamState at(long revision, Instant updatedAt) {
        return new TeamState(
                about,
                surroundings,
                List.copyOf(members),
                leader,
                List.copyOf(mentors),
                List.copyOf(invitations),
                List.copyOf(claims),
                List.copyOf(departures),
                project,
                submission,
                disbanded,
                revision,
                updatedAt);
    }

    void formed(TeamFormed e) {
        about = new About(e.hackathon(), e.name(), e.description(), e.lookingFor(), e.founder(), e.at());
        surroundings = new Surroundings(e.hackathonVersion(), e.phase(), e.minSize(), e.maxSize(), e.chatUntil());
    }

    void edited(TeamEdited e) {
        var old = Objects.requireNonNull(about, "a team that was never formed");
        about = new About(old.hackathon(), e.name(), e.description(), e.lookingFor(), old.founder(), old.formedAt());
    }

    void disbanded() {
        disbanded = true;
        leader = null;
        mentors.clear();
        invitations.clear();
    }

    void joined(MemberJoined e) {
        decided(new Claim(e.user(), e.n(), null));
        members.add(new Seat(e.user(), e.n(), e.at()));
        leader = leader == null ? e.user() : leader;
        invitations.replaceAll(it -> it.id().equals(e.invitation()) ? it.used() : it);
        invitations.removeIf(it -> it.usesLeft() == 0);
    }

    void left(MemberLeft e) {
        members.removeIf(it -> it.user().equals(e.user()));
        departures.add(new Departure(e.user(), e.n()));
        leader = e.user().equals(leader) ? null : leader;
    }

    void decided(Claim claim) {
        claims.removeIf(it -> it.user().equals(claim.user()));
        claims.add(claim);
    }

    /// Also forgets those that have expired, so that what is kept stays small.
    void invited(InvitationCreated e) {
        invitations.removeIf(it -> !e.at().isBefore(it.expiresAt()));
        invitations.add(new OpenInvitation(e.invitation(), e.codeHash(), e.user(), e.uses(), e.expiresAt(), e.at()));
    }
}
