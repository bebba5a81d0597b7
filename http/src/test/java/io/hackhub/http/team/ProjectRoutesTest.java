package io.hackhub.http.team;

import static io.hackhub.http.shared.Answers.fields;
import static io.hackhub.http.shared.Answers.header;
import static io.hackhub.http.shared.Answers.json;
import static io.hackhub.http.shared.Answers.slug;
import static io.hackhub.http.team.Stage.ADA;
import static io.hackhub.http.team.Stage.BOB;
import static io.hackhub.http.team.Stage.CLEO;
import static io.hackhub.http.team.Stage.MIA;
import static io.hackhub.http.team.Stage.OLGA;
import static io.hackhub.http.team.Stage.ROCKETS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Action;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.Project;
import io.hackhub.core.team.Refusal;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.core.team.TeamReply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `/teams/{id}/project`.
class ProjectRoutesTest extends TeamRouteKit {

    private static final String PROJECT = "/teams/" + ROCKETS + "/project";
    private static final String BODY = """
        {"name":"Glider","description":"It flies","repositoryUrl":"https://example.org/r","trackIds":["green"]}""";

    @Test
    void thoseOfTheTeamAndItsOrganizersSeeTheDraft() {
        stage.draft();

        for (var user : List.of(ADA, BOB, MIA, OLGA)) {
            as(user, get(PROJECT)).assertStatusCode(200).assertEntity("""
                        {"name":"Glider","description":"It flies","repositoryUrl":"https://example.org/r","trackIds":["green"],"version":3}""");
        }
        assertThat(audit).isEmpty();
    }

    @Test
    void othersDoNotSeeADraft() {
        stage.draft();

        as(CLEO, get(PROJECT)).assertStatusCode(403);
        asGuest(get(PROJECT)).assertStatusCode(401);
    }

    @Test
    void anAdminSeesADraftAndItIsWrittenDown() {
        stage.draft();

        asAdmin(get(PROJECT)).assertStatusCode(200);

        assertThat(audit).containsExactly(new Noted(EVE, Action.READ_UNSUBMITTED_PROJECT, "team/" + ROCKETS));
    }

    @Test
    void othersSeeWhatWasHandedInAndTheTeamSeesItsDraft() {
        stage.submitted();

        var theirs = json(asGuest(get(PROJECT)).assertStatusCode(200));
        var own = json(as(BOB, get(PROJECT)).assertStatusCode(200));

        assertThat(theirs.path("name").asText()).isEqualTo("Glider");
        assertThat(theirs.path("late").asBoolean()).isTrue();
        assertThat(theirs.path("submittedAt").asText()).isEqualTo("2026-03-08T12:00:00Z");
        assertThat(own.path("name").asText()).isEqualTo("Rocket");
        assertThat(own.path("version").asLong()).isEqualTo(4);
        assertThat(own.path("submittedVersion").asLong()).isEqualTo(3);
        asAdmin(get(PROJECT)).assertStatusCode(200);
        assertThat(audit).isEmpty();
    }

    @Test
    void aProjectThatIsNotThereIsNotFound() {
        as(ADA, get(PROJECT)).assertStatusCode(404);
    }

    @Test
    void theDraftIsSavedAgainstTheVersionThatWasSeen() {
        stage.draft();

        var answer = as(BOB, with(put(PROJECT, BODY), "If-Match", "\"3-AAAA\"")).assertStatusCode(200);

        var command = last(TeamCommand.SaveProject.class);
        assertThat(command.ifVersion()).isEqualTo(3);
        assertThat(command.project())
                .isEqualTo(new Project("Glider", "It flies", "https://example.org/r", null, List.of("green"), 0));
        assertThat(header(answer, "ETag").orElseThrow()).startsWith("\"3-");
    }

    @Test
    void aStaleSavingIs412() {
        stage.draft();
        stage.reply = new TeamReply.Refused(Refusal.STALE);

        assertThat(slug(as(BOB, put(PROJECT, BODY)).assertStatusCode(412))).isEqualTo("stale");
    }

    @Test
    void notOnlyAnyTagMatches() {
        stage.draft();

        assertThat(slug(as(BOB, with(put(PROJECT, BODY), "If-Match", "\"elsewhere\""))
                        .assertStatusCode(412)))
                .isEqualTo("stale");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "ftp://example.org/x", "https://me:pw@example.org", "not a url", "/x"})
    void onlyWebAddressesAreTaken(String url) {
        var body = "{\"name\":\"P\",\"description\":\"d\",\"demoUrl\":\"%s\"}".formatted(url);

        assertThat(fields(as(ADA, put(PROJECT, body)).assertStatusCode(422))).containsExactly("/demoUrl");
    }

    @Test
    void tracksAreThoseOfTheHackathon() {
        var body = "{\"name\":\"P\",\"description\":\"d\",\"trackIds\":[\"green\",\"black\"]}";

        assertThat(fields(as(ADA, put(PROJECT, body)).assertStatusCode(422))).containsExactly("/trackIds");
    }

    @Test
    void organizersAndAdminsDoNotWriteOthersProjects() {
        as(OLGA, put(PROJECT, BODY)).assertStatusCode(403);
        asAdmin(put(PROJECT, BODY)).assertStatusCode(403);
        as(MIA, put(PROJECT, BODY)).assertStatusCode(403);
    }

    @Test
    void theLeaderHandsInAndTakesBack() {
        stage.submitted();

        assertHandled(ADA, 200);
        assertThat(last(TeamCommand.Submit.class).by().user()).isEqualTo(ADA);
        assertThat(last(TeamCommand.WithdrawSubmission.class).by().user()).isEqualTo(ADA);
        assertHandled(BOB, 403);
        assertHandled(OLGA, 403);
    }

    private void assertHandled(UserId user, int status) {
        as(user, post(PROJECT + "/submit", "{}")).assertStatusCode(status);
        as(user, post(PROJECT + "/withdraw", "{}")).assertStatusCode(status);
    }

    @Test
    void handingInNeedsNoBody() {
        stage.submitted();

        as(ADA, org.apache.pekko.http.javadsl.model.HttpRequest.POST(PROJECT + "/submit"))
                .assertStatusCode(200);
    }
}
