package io.hackhub.http.team;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.account.Card;
import io.hackhub.core.hackathon.Details;
import io.hackhub.core.hackathon.Details.Requirements;
import io.hackhub.core.hackathon.Details.TeamSize;
import io.hackhub.core.hackathon.Details.Track;
import io.hackhub.core.hackathon.Difficulty;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.hackathon.Milestones;
import io.hackhub.core.hackathon.Registration;
import io.hackhub.core.hackathon.RegistrationStatus;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.Project;
import io.hackhub.core.team.Submission;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.core.team.TeamReply;
import io.hackhub.core.team.TeamStatus;
import io.hackhub.core.team.TeamView;
import io.hackhub.core.team.TeamView.Member;
import io.hackhub.core.team.TeamView.Mentor;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hackathon and one of its teams, as their entities would answer, for routes to be tested against.
final class Stage {

    static final HackathonId SPRING = new HackathonId(new UUID(1, 1));
    static final TeamId ROCKETS = new TeamId(new UUID(2, 2));
    static final UserId ADA = user(1);
    static final UserId BOB = user(2);
    static final UserId CLEO = user(3);
    static final UserId OLGA = user(4);
    static final UserId MIA = user(5);
    static final UserId WALT = user(7);
    static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");
    static final Project GLIDER = new Project("Glider", "It flies", "https://example.org/r", null, List.of("green"), 3);

    /// What ADA's team answers to [TeamCommand.Get].
    TeamView team = team(null, null);
    /// What it answers to everything else.
    TeamReply reply = new TeamReply.Done(team);
    /// What the hackathon answers to a claim.
    HackathonReply entered = new HackathonReply.Entered(ROCKETS, 1);

    boolean published = true;
    boolean cleoHasATeam;

    static UserId user(int n) {
        return new UserId(new UUID(9, n));
    }

    static TeamView team(@Nullable Project project, @Nullable Submission submission) {
        return new TeamView(
                ROCKETS,
                SPRING,
                "Rockets",
                "We fly",
                List.of("Rust"),
                submission == null ? TeamStatus.COMPETING : TeamStatus.SUBMITTED,
                ADA,
                List.of(new Member(ADA, NOON), new Member(BOB, NOON)),
                List.of(new Mentor(MIA, NOON)),
                List.of(),
                project,
                submission,
                7,
                NOON,
                NOON);
    }

    void draft() {
        team = team(GLIDER, null);
        reply = new TeamReply.Done(team);
    }

    void submitted() {
        var newer = new Project("Rocket", "Faster", null, null, List.of(), 4);
        team = team(newer, new Submission(GLIDER, true, ADA, NOON));
        reply = new TeamReply.Done(team);
    }

    TeamReply answer(TeamCommand command) {
        return switch (command) {
            case TeamCommand.Get _ -> new TeamReply.Done(team);
            default -> reply;
        };
    }

    HackathonReply answer(HackathonCommand.Get command) {
        var viewer = command.viewer();
        return new HackathonReply.Accepted(new HackathonView(
                SPRING,
                20,
                3,
                new OrganizationId(new UUID(4, 4)),
                "spring",
                DETAILS,
                MILESTONES,
                HackathonStatus.ACTIVE,
                new HackathonView.Counts(3, 1, 1),
                List.of(),
                List.of(),
                List.of(ROCKETS),
                standing(viewer),
                cleoHasATeam && CLEO.equals(viewer)
                        ? new Registration(new UUID(8, 8), CLEO, RegistrationStatus.REGISTERED, null, ROCKETS, NOON)
                        : null,
                NOON,
                NOON));
    }

    Standing standing(@Nullable UserId user) {
        return new Standing(user, 20, grants(user), published, Standing.OPEN);
    }

    private static Set<Grant> grants(@Nullable UserId user) {
        return user == null ? Set.of() : ROLES.getOrDefault(user, EnumSet.noneOf(Grant.class));
    }

    private static final Map<UserId, Set<Grant>> ROLES = Map.of(
            ADA, Set.of(Grant.PARTICIPANT),
            BOB, Set.of(Grant.PARTICIPANT),
            CLEO, Set.of(Grant.PARTICIPANT),
            OLGA, Set.of(Grant.ORGANIZER),
            MIA, Set.of(Grant.MENTOR),
            WALT, Set.of(Grant.WAITLISTED));

    static Card card(UserId user) {
        return new Card(user, "user", "Some Body", null, null, null, null, List.of());
    }

    private static final Milestones MILESTONES = new Milestones(
            NOON.minusSeconds(9), NOON.minusSeconds(5), NOON.minusSeconds(1), NOON.plusSeconds(60), 15, "UTC");

    private static final Details DETAILS = new Details(
            "Spring",
            "Build",
            null,
            Difficulty.BEGINNER,
            null,
            new TeamSize(1, 4),
            List.of(),
            new Requirements(List.of(), null),
            Map.of(),
            "Be kind",
            List.of(),
            List.of(new Track("green", "Green")),
            LeaderboardVisibility.PUBLIC,
            null);
}
