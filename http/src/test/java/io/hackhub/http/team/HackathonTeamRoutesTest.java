package io.hackhub.http.team;

import static io.hackhub.http.shared.Answers.fields;
import static io.hackhub.http.shared.Answers.json;
import static io.hackhub.http.team.Stage.ADA;
import static io.hackhub.http.team.Stage.BOB;
import static io.hackhub.http.team.Stage.CLEO;
import static io.hackhub.http.team.Stage.GLIDER;
import static io.hackhub.http.team.Stage.MIA;
import static io.hackhub.http.team.Stage.NOON;
import static io.hackhub.http.team.Stage.OLGA;
import static io.hackhub.http.team.Stage.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.HackathonPhase;
import io.hackhub.core.team.Submission;
import io.hackhub.core.team.TeamEvent;
import io.hackhub.core.team.TeamEvent.MemberJoined;
import io.hackhub.core.team.TeamEvent.MentorInvited;
import io.hackhub.core.team.TeamEvent.ProjectSaved;
import io.hackhub.core.team.TeamEvent.ProjectSubmitted;
import io.hackhub.core.team.TeamEvent.TeamFormed;
import io.hackhub.core.team.TeamTables;
import io.hackhub.http.shared.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lists of a hackathon's teams and projects, from real tables.
class HackathonTeamRoutesTest extends TeamRouteKit {

    private static final TestDatabase postgres = TestDatabase.create();

    /// Three teams: the first has handed in, the second has a draft and a mentor, the third nothing.
    @BeforeAll
    static void fill() {
        formed(1, ADA);
        happens(1, new ProjectSaved(GLIDER, ADA, NOON));
        happens(1, new ProjectSubmitted(new Submission(GLIDER, false, ADA, NOON), NOON));
        formed(2, BOB);
        happens(2, new ProjectSaved(GLIDER, BOB, NOON));
        happens(2, new MentorInvited(MIA, BOB, NOON));
        formed(3, Stage.user(30));
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Override
    Database database() {
        return postgres.database();
    }

    private static void formed(int n, UserId leader) {
        happens(
                n,
                new TeamFormed(
                        SPRING, "Team " + n, null, List.of(), leader, 1, HackathonPhase.COMPETITION, 1, 3, NOON, NOON));
        happens(n, new MemberJoined(leader, n, null, NOON));
    }

    private static void happens(int n, TeamEvent event) {
        var id = new TeamId(new UUID(3, n));
        postgres.database().now(db -> {
            new TeamTables().apply(db, new Stored<>("Team|" + id, id.toString(), 1, event));
            return true;
        });
    }

    private static List<String> texts(JsonNode page, String field) {
        var texts = new ArrayList<String>();
        page.path("items").forEach(it -> texts.add(it.path(field).asText()));
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring", "00000000-0000-0001-0000-000000000001"})
    void guestsSeeTheTeams(String hackathon) {
        var page = json(asGuest(get("/hackathons/" + hackathon + "/teams")).assertStatusCode(200));

        assertThat(texts(page, "name")).containsExactly("Team 1", "Team 2", "Team 3");
        assertThat(texts(page, "status")).containsExactly("SUBMITTED", "COMPETING", "COMPETING");
        var second = page.path("items").path(1).path("members");
        assertThat(second.path(0).path("role").asText()).isEqualTo("LEADER");
        assertThat(second.path(0).path("user").path("id").asText()).isEqualTo(BOB.toString());
        assertThat(second.path(1).path("role").asText()).isEqualTo("MENTOR");
    }

    @Test
    void teamsArePaged() {
        var first = json(asGuest(get("/hackathons/spring/teams?limit=2")).assertStatusCode(200));
        var rest = json(asGuest(get("/hackathons/spring/teams?limit=2&cursor="
                        + first.path("nextCursor").asText()))
                .assertStatusCode(200));

        assertThat(texts(rest, "name")).containsExactly("Team 3");
        assertThat(rest.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void teamsAreFilteredByStatusAndNoOther() {
        assertThat(texts(json(asGuest(get("/hackathons/spring/teams?status=SUBMITTED"))), "name"))
                .containsExactly("Team 1");
        assertThat(fields(asGuest(get("/hackathons/spring/teams?status=Submitted"))
                        .assertStatusCode(422)))
                .containsExactly("?status");
    }

    @Test
    void theGalleryShowsWhatWasHandedIn() {
        asGuest(get("/hackathons/spring/projects")).assertStatusCode(200).assertEntity("""
            {"items":[{"teamId":"00000000-0000-0003-0000-000000000001","teamName":"Team 1","name":"Glider",\
            "description":"It flies","repositoryUrl":"https://example.org/r","trackIds":["green"],\
            "submittedAt":"2026-03-08T12:00:00Z","late":false,"version":3}],"nextCursor":null}""");
        assertThat(texts(json(asGuest(get("/hackathons/spring/projects?track=black"))), "name"))
                .isEmpty();
    }

    @Test
    void draftsAreInItForOrganizersMembersAndTheirMentors() {
        for (var user : List.of(OLGA, BOB, MIA)) {
            assertThat(texts(json(as(user, get("/hackathons/spring/projects"))), "teamName"))
                    .containsExactly("Team 1", "Team 2");
        }
        assertThat(texts(json(as(CLEO, get("/hackathons/spring/projects"))), "teamName"))
                .containsExactly("Team 1");
        assertThat(texts(json(asAdmin(get("/hackathons/spring/projects"))), "teamName"))
                .containsExactly("Team 1");
    }

    @Test
    void listsOfAHiddenHackathonAreNotFound() {
        stage.published = false;

        asGuest(get("/hackathons/spring/teams")).assertStatusCode(404);
        asGuest(get("/hackathons/spring/projects")).assertStatusCode(404);
        asGuest(get("/hackathons/autumn/projects")).assertStatusCode(404);
    }
}
