package io.hackhub.core.team;

import static io.hackhub.core.team.TeamWorld.ADA;
import static io.hackhub.core.team.TeamWorld.BOB;
import static io.hackhub.core.team.TeamWorld.CLEO;
import static io.hackhub.core.team.TeamWorld.MIA;
import static io.hackhub.core.team.TeamWorld.OPENING;
import static io.hackhub.core.team.TeamWorld.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.team.ProjectGallery.Drafts;
import io.hackhub.core.team.TeamEvent.HackathonKnown;
import io.hackhub.core.team.TeamEvent.InvitationCreated;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The read tables, on a real PostgreSQL, held to what the entity makes of the same events.
class TeamTablesTest {

    private static final TestPostgres postgres = TestPostgres.create();
    private static final Database database = postgres.database();
    private static final Project GLIDER =
            new Project("Glider", "It flies", "https://example.org/r", null, List.of("green"), 1);
    private static final Project ROCKET = new Project("Rocket", "Faster", null, null, List.of("blue", "red"), 2);

    private final TeamId team = id(1);

    @AfterAll
    static void close() {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        database.now(db -> Sql.update(db, "truncate team_directory cascade"));
    }

    private static TeamId id(int n) {
        return new TeamId(new UUID(3, n));
    }

    private static Instant at(int second) {
        return OPENING.plusSeconds(second);
    }

    private static TeamEvent formed(String name) {
        return new TeamFormed(
                SPRING, name, null, List.of("Rust"), ADA, 1, HackathonPhase.BEFORE_START, 1, 2, OPENING, at(0));
    }

    /// Applies the events, and after each holds the tables to the entity's own state.
    private TeamState follow(TeamId id, TeamEvent... events) {
        var state = TeamState.NONE;
        for (var event : events) {
            state = state.after(event);
            apply(id, event);
            if (!state.members().isEmpty()) {
                assertListed(id, state);
            }
        }
        return state;
    }

    private static void apply(TeamId id, TeamEvent event) {
        database.now(db -> {
            TeamTables.apply(db, id, event);
            return true;
        });
    }

    private static void assertListed(TeamId id, TeamState state) {
        var listed = database.now(db -> TeamDirectory.find(db, List.of(id))).getFirst();
        assertThat(listed.status()).isEqualTo(state.status());
        assertThat(listed.leader()).isEqualTo(state.leader());
        assertThat(listed.updatedAt()).isEqualTo(state.updatedAt());
        assertThat(rows(db -> TeamMembers.of(db, List.of(id))))
                .extracting(TeamMembers.Listed::user)
                .containsExactlyElementsOf(Stream.concat(
                                state.members().stream().map(TeamState.Seat::user),
                                state.mentors().stream().map(TeamView.Mentor::user))
                        .toList());
    }

    private static <T> List<T> rows(Database.Work<List<T>> query) {
        return database.now(query);
    }

    private static List<TeamDirectory.Listed> teams() {
        return database.now(db -> TeamDirectory.page(db, SPRING, Optional.empty(), Optional.empty(), 10));
    }

    private static List<ProjectGallery.Exhibit> gallery(Drafts drafts) {
        return database.now(db -> ProjectGallery.page(db, SPRING, drafts, Optional.empty(), Optional.empty(), 10));
    }

    @Test
    void aTeamsWholeLifeIsFollowed() {
        follow(
                team,
                formed("Rockets"),
                new MemberJoined(ADA, 1, null, at(1)),
                new JoinRefused(CLEO, 2, Refusal.INVITATION_INVALID, at(2)),
                new InvitationCreated(TeamWorld.id(1), "ab", null, ADA, 20, at(99), at(3)),
                new MemberJoined(BOB, 3, TeamWorld.id(1), at(4)),
                new MentorInvited(MIA, ADA, at(5)),
                new LeadershipPassed(BOB, at(6)),
                new HackathonKnown(5, HackathonPhase.BEFORE_START, 1, 3, OPENING, at(7)),
                new MemberJoined(CLEO, 4, null, at(8)),
                new HackathonKnown(6, HackathonPhase.COMPETITION, 1, 3, OPENING, at(9)),
                new MemberLeft(BOB, 3, BOB, at(10)),
                new LeadershipPassed(ADA, at(10)),
                new ProjectSaved(GLIDER, ADA, at(11)),
                new ProjectSubmitted(new Submission(GLIDER, false, ADA, at(12)), at(12)),
                new SubmissionWithdrawn(ADA, at(13)),
                new MentorRemoved(MIA, at(14)),
                new MemberLeft(ADA, 1, ADA, at(15)),
                new LeadershipPassed(CLEO, at(15)),
                new MemberLeft(CLEO, 4, CLEO, at(16)),
                new TeamDisbanded(at(16)));

        assertThat(rows(db -> TeamDirectory.find(db, List.of(team))).getFirst().status())
                .isEqualTo(TeamStatus.DISBANDED);
        assertThat(rows(db -> TeamMembers.of(db, List.of(team)))).isEmpty();
        assertThat(gallery(Drafts.ALL)).isEmpty();
    }

    @Test
    void rolesAreAsInTheFoundingDocument() {
        follow(
                team,
                formed("Rockets"),
                new MemberJoined(BOB, 1, null, at(1)),
                new MemberJoined(ADA, 2, null, at(2)),
                new MentorInvited(MIA, BOB, at(3)));

        assertThat(rows(db -> TeamMembers.of(db, List.of(team))))
                .containsExactly(
                        new TeamMembers.Listed(team, BOB, TeamRole.LEADER, at(1)),
                        new TeamMembers.Listed(team, ADA, TeamRole.MEMBER, at(2)),
                        new TeamMembers.Listed(team, MIA, TeamRole.MENTOR, at(3)));
        assertThat(rows(db -> TeamMembers.mentoredBy(db, MIA))).containsExactly(team);
        assertThat(rows(db -> TeamMembers.mentoredBy(db, ADA))).isEmpty();
    }

    @Test
    void onlyTeamsThatSomebodyIsInAreListed() {
        follow(team, formed("Empty"));
        follow(id(2), formed("Rockets"), new MemberJoined(ADA, 1, null, at(1)));
        follow(
                id(3),
                formed("Gone"),
                new MemberJoined(BOB, 1, null, at(1)),
                new MemberLeft(BOB, 1, BOB, at(2)),
                new TeamDisbanded(at(2)));

        assertThat(teams()).extracting(TeamDirectory.Listed::name).containsExactly("Rockets");
        assertThat(rows(db -> TeamDirectory.page(
                        db, new HackathonId(new UUID(8, 8)), Optional.empty(), Optional.empty(), 10)))
                .isEmpty();
    }

    @Test
    void teamsArePagedAndFilteredByStatus() {
        for (int i = 1; i <= 5; i++) {
            follow(id(i), formed("Team " + i), new MemberJoined(TeamWorld.user(i), i, null, at(1)));
        }
        apply(id(3), new TeamEdited("Comets", "Now with tail", List.of(), at(2)));
        apply(id(4), new MemberJoined(TeamWorld.user(20), 9, null, at(3)));

        var second = database.now(db -> TeamDirectory.page(db, SPRING, Optional.empty(), Optional.of(id(2)), 2));
        var full =
                database.now(db -> TeamDirectory.page(db, SPRING, Optional.of(TeamStatus.FULL), Optional.empty(), 10));

        assertThat(second).extracting(TeamDirectory.Listed::name).containsExactly("Comets", "Team 4");
        assertThat(second.getFirst())
                .isEqualTo(new TeamDirectory.Listed(
                        id(3),
                        SPRING,
                        "Comets",
                        "Now with tail",
                        List.of(),
                        TeamWorld.user(3),
                        TeamStatus.RECRUITING,
                        at(0),
                        at(2)));
        assertThat(full).extracting(TeamDirectory.Listed::id).containsExactly(id(4));
    }

    @Test
    void theGalleryShowsWhatWasHandedInAndNotWhatCameAfter() {
        follow(
                team,
                formed("Rockets"),
                new MemberJoined(ADA, 1, null, at(1)),
                new ProjectSaved(GLIDER, ADA, at(2)),
                new ProjectSubmitted(new Submission(GLIDER, true, ADA, at(3)), at(3)),
                new ProjectSaved(ROCKET, ADA, at(4)));

        var glider = new ProjectGallery.Exhibit(team, "Rockets", GLIDER, at(3), true);
        assertThat(gallery(Drafts.NONE)).containsExactly(glider);
        assertThat(gallery(Drafts.ALL)).containsExactly(glider);
    }

    @Test
    void draftsAreShownToThoseWhoMaySeeThem() {
        follow(team, formed("Rockets"), new MemberJoined(ADA, 1, null, at(1)), new ProjectSaved(GLIDER, ADA, at(2)));
        follow(id(2), formed("Comets"), new MemberJoined(BOB, 2, null, at(1)), new ProjectSaved(ROCKET, BOB, at(2)));

        assertThat(gallery(Drafts.NONE)).isEmpty();
        assertThat(gallery(new Drafts(false, List.of(id(2)))))
                .containsExactly(new ProjectGallery.Exhibit(id(2), "Comets", ROCKET, null, false));
        assertThat(gallery(Drafts.ALL)).hasSize(2);
    }

    @Test
    void theGalleryIsFilteredByTrackAndPaged() {
        for (int i = 1; i <= 3; i++) {
            var project = i == 2 ? ROCKET : GLIDER;
            follow(
                    id(i),
                    formed("Team " + i),
                    new MemberJoined(TeamWorld.user(i), i, null, at(1)),
                    new ProjectSubmitted(new Submission(project, false, ADA, at(2)), at(2)));
        }

        assertThat(rows(db ->
                        ProjectGallery.page(db, SPRING, Drafts.NONE, Optional.of("green"), Optional.of(id(1)), 10)))
                .extracting(ProjectGallery.Exhibit::team)
                .containsExactly(id(3));
    }
}
