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
import static io.hackhub.http.team.Stage.WALT;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import io.hackhub.core.team.By;
import io.hackhub.core.team.InvitationCode;
import io.hackhub.core.team.InvitationId;
import io.hackhub.core.team.Refusal;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.core.team.TeamReply;
import io.hackhub.core.team.TeamView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `/teams/…`, its invitations, members and mentors.
class TeamRoutesTest extends TeamRouteKit {

    private static final String TEAM = "/teams/" + ROCKETS;
    private static final String CODE = new InvitationCode(ROCKETS, new UUID(7, 7)).text();

    private static final Map<Refusal, String> REFUSALS = new EnumMap<>(Map.ofEntries(
            Map.entry(Refusal.NO_TEAM, "404 not-found"),
            Map.entry(Refusal.DENIED, "403 forbidden"),
            Map.entry(Refusal.PHASE, "409 phase"),
            Map.entry(Refusal.FULL, "409 team-full"),
            Map.entry(Refusal.INVITATION_INVALID, "404 invitation-invalid"),
            Map.entry(Refusal.TOO_MANY_INVITATIONS, "409 conflict"),
            Map.entry(Refusal.ALREADY_MEMBER, "409 already-in-team"),
            Map.entry(Refusal.NOT_MEMBER, "404 not-found"),
            Map.entry(Refusal.NOT_MENTOR, "404 not-found"),
            Map.entry(Refusal.TOO_MANY_MENTORS, "409 conflict"),
            Map.entry(Refusal.WITHDRAWN, "409 conflict"),
            Map.entry(Refusal.STALE, "412 stale"),
            Map.entry(Refusal.NO_PROJECT, "409 guard-failed"),
            Map.entry(Refusal.NOT_SUBMITTED, "409 conflict"),
            Map.entry(Refusal.TOO_SMALL, "409 guard-failed")));

    private static final Map<Reason, String> REASONS = new EnumMap<>(Map.ofEntries(
            Map.entry(Reason.NOT_FOUND, "404 not-found"),
            Map.entry(Reason.ALREADY_EXISTS, "409 conflict"),
            Map.entry(Reason.STALE, "409 conflict"),
            Map.entry(Reason.GUARD_FAILED, "409 conflict"),
            Map.entry(Reason.PHASE, "409 phase"),
            Map.entry(Reason.REGISTRATION_CLOSED, "409 phase"),
            Map.entry(Reason.ALREADY_REGISTERED, "409 conflict"),
            Map.entry(Reason.NOT_REGISTERED, "409 not-registered"),
            Map.entry(Reason.ROLE_CONFLICT, "409 role-conflict"),
            Map.entry(Reason.NOT_STAFF, "409 conflict"),
            Map.entry(Reason.NOT_PARTICIPANT, "409 not-registered"),
            Map.entry(Reason.ALREADY_IN_TEAM, "409 already-in-team"),
            Map.entry(Reason.TEAM_FULL, "409 team-full"),
            Map.entry(Reason.TEAM_CLOSED, "409 phase"),
            Map.entry(Reason.INVITATION_INVALID, "404 invitation-invalid"),
            Map.entry(Reason.NO_SUCH_TEAM, "404 not-found"),
            Map.entry(Reason.BUSY, "503 unavailable")));

    // Showing

    @Test
    void everybodySeesATeamsCardOnceItsHackathonIsPublished() {
        var answer = asGuest(get(TEAM)).assertStatusCode(200);

        answer.assertEntity("""
            {"id":"00000000-0000-0002-0000-000000000002","hackathonId":"00000000-0000-0001-0000-000000000001","name":"Rockets",\
            "description":"We fly","leaderId":"00000000-0000-0009-0000-000000000001","status":"COMPETING","lookingFor":["Rust"],\
            "members":[\
            {"user":{"id":"00000000-0000-0009-0000-000000000001","username":"user","fullName":"Some Body","skills":[]},"role":"LEADER","joinedAt":"2026-03-08T12:00:00Z"},\
            {"user":{"id":"00000000-0000-0009-0000-000000000002","username":"user","fullName":"Some Body","skills":[]},"role":"MEMBER","joinedAt":"2026-03-08T12:00:00Z"},\
            {"user":{"id":"00000000-0000-0009-0000-000000000005","username":"user","fullName":"Some Body","skills":[]},"role":"MENTOR","joinedAt":"2026-03-08T12:00:00Z"}],\
            "createdAt":"2026-03-08T12:00:00Z","updatedAt":"2026-03-08T12:00:00Z"}""");
        assertThat(header(answer, "ETag").orElseThrow()).startsWith("\"7-");
    }

    @Test
    void anUnchangedTeamIsNotSentAgain() {
        var tag = header(asGuest(get(TEAM)), "ETag").orElseThrow();

        asGuest(with(get(TEAM), "If-None-Match", tag)).assertStatusCode(304);
    }

    @Test
    void theMembersAreAList() {
        var items = json(asGuest(get(TEAM + "/members")).assertStatusCode(200));

        assertThat(items.path("items")).hasSize(3);
        assertThat(items.path("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/teams/rockets", "/teams/1-1-1-1-1", "/teams/x/members", "/teams"})
    void whatIsNoIdIsNotFound(String path) {
        assertThat(slug(asGuest(get(path)).assertStatusCode(404))).isEqualTo("not-found");
    }

    @Test
    void ateamOfADraftIsNotFoundExceptByThoseWhoMayKnow() {
        stage.published = false;

        asGuest(get(TEAM)).assertStatusCode(404);
        as(CLEO, get(TEAM)).assertStatusCode(404);
        as(OLGA, get(TEAM)).assertStatusCode(200);
        asAdmin(get(TEAM)).assertStatusCode(200);
    }

    // Refusals

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalOfATeamHasItsProblem(Refusal reason) {
        stage.reply = new TeamReply.Refused(reason);

        var answer = as(ADA, delete(TEAM));

        assertThat(answer.statusCode() + " " + slug(answer)).isEqualTo(REFUSALS.get(reason));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyRefusalOfAClaimHasItsProblem(Reason reason) {
        stage.entered = new HackathonReply.Refused(reason);

        var answer = as(CLEO, post("/teams/join", "{\"invitationCode\":\"%s\"}".formatted(CODE)));

        assertThat(answer.statusCode() + " " + slug(answer)).isEqualTo(REASONS.get(reason));
    }

    @Test
    void whatIsMissingIsNamedAsAGuard() {
        stage.reply = new TeamReply.Refused(Refusal.TOO_SMALL);

        var answer = as(ADA, post(TEAM + "/project/submit", "{}"));

        assertThat(json(answer).path("guards").path(0).path("guard").asText()).isEqualTo("team-size");
    }

    static List<HttpRequest> changes() {
        return List.of(
                post("/teams/create", "{\"hackathonId\":\"spring\",\"name\":\"Comets\"}"),
                post("/hackathons/spring/teams", "{\"name\":\"Comets\"}"),
                post("/teams/join", "{\"invitationCode\":\"%s\"}".formatted(CODE)),
                put(TEAM, "{\"name\":\"Comets\"}"),
                delete(TEAM),
                post(TEAM + "/transfer", "{\"userId\":\"%s\"}".formatted(BOB)),
                get(TEAM + "/invitations"),
                post(TEAM + "/invitations", "{}"),
                delete(TEAM + "/invitations/" + new UUID(1, 2)),
                post(TEAM + "/members", "{\"userId\":\"%s\"}".formatted(CLEO)),
                delete(TEAM + "/members/" + BOB),
                put(TEAM + "/mentors/" + MIA, "{}"),
                delete(TEAM + "/mentors/" + MIA),
                put(TEAM + "/project", "{\"name\":\"P\",\"description\":\"d\"}"),
                post(TEAM + "/project/submit", "{}"),
                post(TEAM + "/project/withdraw", "{}"));
    }

    @Test
    void guestsChangeNothing() {
        for (var change : changes()) {
            assertThat(slug(asGuest(change).assertStatusCode(401))).isEqualTo("unauthenticated");
        }
        assertThat(told).isEmpty();
    }

    @Test
    void strangersManageNothing() {
        for (var change : changes().subList(3, 16)) {
            if (change.getUri().path().endsWith("/members/" + BOB)) {
                continue;
            }
            assertThat(slug(as(CLEO, change).assertStatusCode(403)))
                    .as(change.toString())
                    .isEqualTo("forbidden");
        }
        assertThat(told).allMatch(TeamCommand.Get.class::isInstance);
    }

    @Test
    void strangersRemoveNobody() {
        as(CLEO, delete(TEAM + "/members/" + BOB)).assertStatusCode(403);

        assertThat(told).allMatch(TeamCommand.Get.class::isInstance);
    }

    // Managing

    @Test
    void theLeaderEditsAgainstTheVersionTheySaw() {
        var edit = with(put(TEAM, "{\"name\":\" Comets \",\"lookingFor\":[\"Go\"]}"), "If-Match", "\"7-AAAA\"");

        as(ADA, edit).assertStatusCode(200);

        var command = last(TeamCommand.Edit.class);
        assertThat(command.by()).isEqualTo(new By(ADA, Set.of(Grant.PARTICIPANT)));
        assertThat(command.name()).isEqualTo("Comets");
        assertThat(command.description()).isNull();
        assertThat(command.lookingFor()).containsExactly("Go");
        assertThat(command.ifVersion()).isEqualTo(7);
        assertThat(command.rules().version()).isEqualTo(20);
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        var answer =
                as(ADA, put(TEAM, "{\"name\":\" \",\"lookingFor\":[\"\"]}")).assertStatusCode(422);

        assertThat(fields(answer)).containsExactly("/name", "/lookingFor/0");
    }

    @Test
    void disbandingAndRemovingAnswerWithNothing() {
        as(ADA, delete(TEAM)).assertStatusCode(204);
        as(ADA, delete(TEAM + "/members/" + BOB)).assertStatusCode(204);

        assertThat(last(TeamCommand.Remove.class).user()).isEqualTo(BOB);
    }

    @Test
    void leavingIsTheTeamsToDecide() {
        as(BOB, delete(TEAM + "/members/" + BOB)).assertStatusCode(204);

        assertThat(last(TeamCommand.Remove.class).by().user()).isEqualTo(BOB);
    }

    @Test
    void leadershipIsHandedOver() {
        as(ADA, post(TEAM + "/transfer", "{\"userId\":\"%s\"}".formatted(BOB))).assertStatusCode(200);

        assertThat(last(TeamCommand.Transfer.class).to()).isEqualTo(BOB);
    }

    @Test
    void anAdminsOverrideIsWrittenDownFirst() {
        stage.reply = new TeamReply.Refused(Refusal.PHASE);

        asAdmin(delete(TEAM)).assertStatusCode(409);

        assertThat(audit).containsExactly(new Noted(EVE, Action.MANAGE_TEAM, "team/" + ROCKETS));
        assertThat(last(TeamCommand.Disband.class).by().grants()).containsExactly(Grant.ADMIN);
    }

    @Test
    void organizersNeedNoOverride() {
        as(OLGA, delete(TEAM)).assertStatusCode(204);

        assertThat(audit).isEmpty();
    }

    // Entering

    @ParameterizedTest
    @ValueSource(strings = {"/teams/create", "/hackathons/spring/teams"})
    void aTeamIsMadeAndLedByItsMaker(String path) {
        var answer = as(CLEO, post(path, "{\"hackathonId\":\"spring\",\"name\":\"Comets\"}"))
                .assertStatusCode(201);

        var form = last(TeamCommand.Form.class);
        assertThat(form.by().user()).isEqualTo(CLEO);
        assertThat(form.lookingFor()).isEmpty();
        var claim = entering.getFirst();
        assertThat(claim.user()).isEqualTo(CLEO);
        assertThat(claim.credential()).isEqualTo(new Credential.Founder());
        assertThat(header(answer, "Location")).contains("/api/v1" + TEAM);
    }

    @Test
    void onlyWhoTakesPartMakesOrJoinsATeam() {
        for (var user : List.of(WALT, OLGA, MIA)) {
            as(user, post("/hackathons/spring/teams", "{\"name\":\"Comets\"}")).assertStatusCode(403);
            as(user, post("/teams/join", "{\"invitationCode\":\"%s\"}".formatted(CODE)))
                    .assertStatusCode(403);
        }
        asAdmin(post("/hackathons/spring/teams", "{\"name\":\"Comets\"}")).assertStatusCode(403);
        assertThat(entering).isEmpty();
    }

    @Test
    void whoIsOnATeamHasToLeaveItFirst() {
        stage.cleoHasATeam = true;

        var answer = as(CLEO, post("/hackathons/spring/teams", "{\"name\":\"Comets\"}"));

        assertThat(slug(answer.assertStatusCode(409))).isEqualTo("already-in-team");
        assertThat(told).isEmpty();
    }

    @Test
    void anUnknownHackathonIsNotFound() {
        as(CLEO, post("/teams/create", "{\"hackathonId\":\"autumn\",\"name\":\"Comets\"}"))
                .assertStatusCode(404);
    }

    @Test
    void joiningGoesByTheHashOfTheCode() {
        as(CLEO, post("/teams/join", "{\"invitationCode\":\"%s\"}".formatted(CODE)))
                .assertStatusCode(201);

        var hash = InvitationCode.parse(CODE).orElseThrow().hash();
        assertThat(entering.getFirst().credential()).isEqualTo(new Credential.Invitation(hash));
        assertThat(told.toString()).doesNotContain(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0123456789012345678901234567890123456789012!"})
    void whatIsNoCodeTroublesNobody(String code) {
        var answer = as(CLEO, post("/teams/join", "{\"invitationCode\":\"%s\"}".formatted(code)));

        assertThat(slug(answer.assertStatusCode(404))).isEqualTo("invitation-invalid");
        assertThat(told).isEmpty();
    }

    @Test
    void aWrongCodeMakesNoClaim() {
        stage.reply = new TeamReply.Refused(Refusal.INVITATION_INVALID);

        as(CLEO, post("/teams/join", "{\"invitationCode\":\"%s\"}".formatted(CODE)))
                .assertStatusCode(404);

        assertThat(entering).isEmpty();
    }

    @Test
    void organizersPutPeopleIntoATeamAndLeadersDoNot() {
        var add = post(TEAM + "/members", "{\"userId\":\"%s\"}".formatted(CLEO));

        as(ADA, add).assertStatusCode(403);
        as(OLGA, add).assertStatusCode(201);
        assertThat(entering).singleElement().satisfies(it -> {
            assertThat(it.user()).isEqualTo(CLEO);
            assertThat(it.credential()).isEqualTo(new Credential.ByOrganizer());
        });
        asAdmin(add).assertStatusCode(201);
        assertThat(audit).hasSize(1);
    }

    // Invitations and mentors

    @Test
    void aCodeIsShownOnceAndTheTeamGetsItsHash() {
        stage.reply = new TeamReply.Refused(Refusal.TOO_MANY_INVITATIONS);
        as(ADA, post(TEAM + "/invitations", "{\"userId\":\"%s\"}".formatted(CLEO)))
                .assertStatusCode(409);
        var asked = last(TeamCommand.Invite.class);
        assertThat(asked.invitee()).isEqualTo(CLEO);
        // The stand-in's randomness repeats: the same request makes the same invitation.
        stage.reply = new TeamReply.Done(withInvitation(asked.id()));

        var answer = json(as(ADA, post(TEAM + "/invitations", "{\"userId\":\"%s\"}".formatted(CLEO)))
                .assertStatusCode(201));

        var code = InvitationCode.parse(answer.path("invitationCode").asText()).orElseThrow();
        assertThat(code.team()).isEqualTo(ROCKETS);
        assertThat(code.hash()).isEqualTo(last(TeamCommand.Invite.class).codeHash());
        assertThat(answer.path("expiresAt").asText()).isEqualTo("2026-03-15T12:00:00Z");
    }

    @Test
    void anInvitationNeedsNoBody() {
        stage.reply = new TeamReply.Refused(Refusal.PHASE);

        as(ADA, HttpRequest.POST(TEAM + "/invitations")).assertStatusCode(409);

        assertThat(last(TeamCommand.Invite.class).invitee()).isNull();
    }

    @Test
    void openInvitationsAreListedWithoutTheirCodes() {
        stage.team = withInvitation(new InvitationId(new UUID(3, 3)));

        var list = as(ADA, get(TEAM + "/invitations")).assertStatusCode(200);

        list.assertEntity("""
            {"items":[{"id":"00000000-0000-0003-0000-000000000003","userId":"00000000-0000-0009-0000-000000000003",\
            "usesLeft":1,"expiresAt":"2026-03-15T12:00:00Z","createdAt":"2026-03-08T12:00:00Z"}],"nextCursor":null}""");
        as(BOB, get(TEAM + "/invitations")).assertStatusCode(403);
    }

    @Test
    void revokingAnInvitationAnswersWithNothing() {
        as(ADA, delete(TEAM + "/invitations/" + new UUID(3, 3))).assertStatusCode(204);

        assertThat(last(TeamCommand.RevokeInvitation.class).id()).isEqualTo(new InvitationId(new UUID(3, 3)));
    }

    @Test
    void onlyMentorsOfTheHackathonAreInvitedAsMentors() {
        as(ADA, put(TEAM + "/mentors/" + MIA, "")).assertStatusCode(200);
        assertThat(last(TeamCommand.InviteMentor.class).user()).isEqualTo(MIA);

        assertThat(slug(as(ADA, put(TEAM + "/mentors/" + CLEO, "")).assertStatusCode(409)))
                .isEqualTo("conflict");
        as(ADA, delete(TEAM + "/mentors/" + MIA)).assertStatusCode(204);
    }

    private static TeamView withInvitation(InvitationId id) {
        var team = Stage.team(null, null);
        return new TeamView(
                team.id(),
                team.hackathon(),
                team.name(),
                team.description(),
                team.lookingFor(),
                team.status(),
                team.leader(),
                team.members(),
                team.mentors(),
                List.of(new TeamView.Invitation(
                        id, CLEO, 1, Stage.NOON.plus(java.time.Duration.ofDays(7)), Stage.NOON)),
                team.project(),
                team.submission(),
                team.version(),
                team.createdAt(),
                team.updatedAt());
    }
}
