package io.hackhub.http.hackathon;

import static io.hackhub.http.shared.Answers.fields;
import static io.hackhub.http.shared.Answers.header;
import static io.hackhub.http.shared.Answers.json;
import static io.hackhub.http.shared.Answers.slug;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Action;
import io.hackhub.core.hackathon.Difficulty;
import io.hackhub.core.hackathon.HackathonCommand.Change;
import io.hackhub.core.hackathon.HackathonCommand.Create;
import io.hackhub.core.hackathon.HackathonCommand.Move;
import io.hackhub.core.hackathon.HackathonQuery.After;
import io.hackhub.core.hackathon.HackathonQuery.Sort;
import io.hackhub.core.hackathon.HackathonReply.Guard;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import io.hackhub.core.hackathon.HackathonReply.Refused;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.shared.HackathonId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `/hackathons`: the list, founding, one hackathon, transitions.
class HackathonRoutesTest extends HackathonRouteKit {

    private static final String ONE = "/hackathons/spring-hack";

    // One hackathon

    @ParameterizedTest
    @ValueSource(strings = {ONE, "/hackathons/00000000-0000-0001-0000-000000000001"})
    void guestsSeeAPublishedOneWhole(String path) {
        asGuest(get(path)).assertStatusCode(200).assertEntity("""
            {"id":"00000000-0000-0001-0000-000000000001","slug":"spring-hack","status":"REGISTRATION_OPEN",\
            "featured":false,"organizationId":"00000000-0000-0004-0000-000000000004",\
            "organization":{"id":"00000000-0000-0004-0000-000000000004","name":"Club","slug":"club"},\
            "title":"Spring Hack","description":"Build","theme":"Climate","difficulty":"BEGINNER",\
            "registrationStart":"2026-03-02T09:00:00Z","registrationEnd":"2026-03-09T09:00:00Z",\
            "startDate":"2026-03-10T09:00:00Z","endDate":"2026-03-11T09:00:00Z","graceMinutes":15,\
            "timeZone":"Europe/Berlin","maxParticipants":100,"teamSize":{"min":1,"max":4},\
            "prizes":[{"id":"first","name":"First","amount":{"amount":1500,"currency":"EUR"},"rank":1}],\
            "requirements":{"skills":["java"]},"resources":{"wifi":"guest"},"rules":"Be kind",\
            "judgingCriteria":[{"key":"fun","name":"Fun","weight":1.0,"min":0.0,"max":10.0,"optional":false}],\
            "tracks":[{"id":"energy","name":"Energy"}],"leaderboardVisibility":"PUBLIC",\
            "counts":{"registered":3,"waitlisted":1,"teams":1},"createdAt":"2026-03-05T11:58:20Z",\
            "updatedAt":"2026-03-05T11:59:10Z"}""");
    }

    @Test
    void whoIsSignedInSeesWhatTheyAreThere() {
        assertThat(json(as(ADA, get(ONE))).path("me").toString())
                .isEqualTo("{\"registration\":{\"status\":\"REGISTERED\"},\"teamId\":null,\"roles\":[]}");
        assertThat(json(as(OTTO, get(ONE))).path("me").toString())
                .isEqualTo("{\"registration\":null,\"teamId\":null,\"roles\":[\"ORGANIZER\"]}");
    }

    @Test
    void aDraftIsThereForItsStaffAndAdminsOnly() {
        published = false;

        as(OLGA, get(ONE)).assertStatusCode(200);
        as(JUDY, get(ONE)).assertStatusCode(200);
        asAdmin(get(ONE)).assertStatusCode(200);
        assertThat(slug(as(NOBODY, get(ONE)).assertStatusCode(404))).isEqualTo("not-found");
        asGuest(get(ONE)).assertStatusCode(404);
        as(NOBODY, put(ONE, BODY)).assertStatusCode(404);
        as(NOBODY, post(ONE + "/register", "{}")).assertStatusCode(404);
    }

    @Test
    void anUnknownOneIsNotFound() {
        asGuest(get("/hackathons/autumn")).assertStatusCode(404);
    }

    @Test
    void itsTagIsTheRevisionThatIfMatchIsHeldTo() {
        var answer = as(OLGA, get(ONE));
        assertThat(header(answer, "ETag").orElseThrow()).startsWith("\"3-");

        as(OLGA, with(put(ONE, BODY), "If-Match", "\"3-AAAA\"")).assertStatusCode(200);
        assertThat(last(Change.class).ifRevision()).isEqualTo(3);
        as(OLGA, put(ONE, BODY)).assertStatusCode(200);
        assertThat(last(Change.class).ifRevision()).isNull();
    }

    // Changing

    @Test
    void aChangeCarriesTheWholeBody() {
        as(OLGA, put(ONE, BODY)).assertStatusCode(200);

        var change = last(Change.class);
        assertThat(change.details()).isEqualTo(DETAILS);
        assertThat(change.milestones()).isEqualTo(MILESTONES);
        assertThat(change.by()).isEqualTo(OLGA);
        assertThat(audit).isEmpty();
    }

    @Test
    void onlyOrganizersChangeItAdminsOnRecord() {
        assertThat(slug(as(ADA, put(ONE, BODY)).assertStatusCode(403))).isEqualTo("forbidden");
        assertThat(slug(as(JUDY, put(ONE, BODY)).assertStatusCode(403))).isEqualTo("forbidden");
        assertThat(slug(asGuest(put(ONE, BODY)).assertStatusCode(401))).isEqualTo("unauthenticated");
        assertThat(told).isEmpty();

        asAdmin(put(ONE, BODY)).assertStatusCode(200);
        assertThat(audit).containsExactly(new Noted(EVE, Action.EDIT_HACKATHON, "hackathon/" + SPRING));
    }

    @Test
    void nameAndOrganizationStay() {
        var moved =
                BODY.replace("000000000004\"", "000000000005\"").replace("{\"organ", "{\"slug\":\"autumn\",\"organ");

        assertThat(fields(as(OLGA, put(ONE, moved)).assertStatusCode(422)))
                .containsExactlyInAnyOrder("/slug", "/organizationId");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyRefusalHasItsProblem(Reason reason) {
        reply = new Refused(reason, List.of(new Guard("rules", "There must be rules.")));

        var answer = as(OLGA, put(ONE, BODY));

        var expected = switch (reason) {
            case NOT_FOUND, NO_SUCH_TEAM, NOT_STAFF -> "not-found";
            case ALREADY_EXISTS -> "conflict";
            case STALE -> "stale";
            case GUARD_FAILED -> "guard-failed";
            case PHASE, TEAM_CLOSED -> "phase";
            case REGISTRATION_CLOSED -> "registration-closed";
            case ALREADY_REGISTERED -> "already-registered";
            case NOT_REGISTERED, NOT_PARTICIPANT -> "not-registered";
            case ROLE_CONFLICT -> "role-conflict";
            case ALREADY_IN_TEAM -> "already-in-team";
            case TEAM_FULL -> "team-full";
            case INVITATION_INVALID -> "invitation-invalid";
            case BUSY -> "unavailable";
        };
        assertThat(slug(answer)).isEqualTo(expected);
        assertThat(answer.status().intValue())
                .isEqualTo(
                        switch (expected) {
                            case "not-found", "invitation-invalid" -> 404;
                            case "stale" -> 412;
                            case "unavailable" -> 503;
                            default -> 409;
                        });
        if (reason == Reason.GUARD_FAILED) {
            assertThat(json(answer).path("guards").toString())
                    .isEqualTo("[{\"guard\":\"rules\",\"message\":\"There must be rules.\"}]");
        }
    }

    // What a body may hold

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\":\"Spring Hack\"|\"title\":\" \"|/title",
                "\"title\":\"Spring Hack\"|\"title\":7|/title",
                "\"title\":\"Spring Hack\",|''|/title",
                "\"difficulty\":\"BEGINNER\"|\"difficulty\":\"EASY\"|/difficulty",
                "\"min\":1,\"max\":4|\"min\":0,\"max\":4|/teamSize/min",
                "\"min\":1,\"max\":4|\"min\":5,\"max\":4|/teamSize/max",
                "\"min\":1,\"max\":4|\"min\":1,\"max\":51|/teamSize/max",
                "\"min\":1,\"max\":4|\"min\":1|/teamSize/max",
                "\"maxParticipants\":100|\"maxParticipants\":0|/maxParticipants",
                "\"maxParticipants\":100|\"maxParticipants\":100001|/maxParticipants",
                "\"graceMinutes\":15|\"graceMinutes\":-1|/graceMinutes",
                "\"graceMinutes\":15|\"graceMinutes\":1441|/graceMinutes",
                "Europe/Berlin|Europe/Narnia|/timeZone",
                "Europe/Berlin|GMT+25|/timeZone",
                "\"registrationEnd\":\"2026-03-09|\"registrationEnd\":\"2026-03-01|/registrationEnd",
                "\"startDate\":\"2026-03-10|\"startDate\":\"2026-03-08|/startDate",
                "\"endDate\":\"2026-03-11|\"endDate\":\"2026-03-10|/endDate",
                "\"endDate\":\"2026-03-11|\"endDate\":\"2926-03-11|/endDate",
                "\"endDate\":\"2026-03-11T09:00:00Z\"|\"endDate\":\"tomorrow\"|/endDate",
                "\"currency\":\"EUR\"|\"currency\":\"euro\"|/prizes/0/amount/currency",
                "\"amount\":1500|\"amount\":-1|/prizes/0/amount/amount",
                "\"rank\":1|\"rank\":0|/prizes/0/rank",
                "\"weight\":1|\"weight\":0|/judgingCriteria/0/weight",
                "\"weight\":1|\"weight\":1001|/judgingCriteria/0/weight",
                "\"min\":0,\"max\":10|\"min\":10,\"max\":10|/judgingCriteria/0/max",
                "\"key\":\"fun\"|\"key\":\"\"|/judgingCriteria/0/key",
                "[\"java\"]|[\"java\",\"java\"]|/requirements/skills",
                "[\"java\"]|[\"\"]|/requirements/skills/0",
                "{\"wifi\":\"guest\"}|{\"wifi\":7}|/resources/wifi",
                "{\"id\":\"energy\",\"name\":\"Energy\"}|{\"id\":\"energy\"}|/tracks/0/name",
            })
    void aFieldOutOfItsBoundsIsNamed(String good, String bad, String field) {
        assertThat(BODY).contains(good);

        var answer = as(OLGA, put(ONE, BODY.replace(good, bad)));

        assertThat(fields(answer.assertStatusCode(422))).containsExactly(field);
        assertThat(told).isEmpty();
    }

    @Test
    void textsAreBounded() {
        assertThat(fields(as(OLGA, put(ONE, BODY.replace("\"Build\"", "\"" + "x".repeat(20_001) + "\"")))))
                .containsExactly("/description");
        assertThat(fields(as(OLGA, put(ONE, BODY.replace("\"Be kind\"", "\"" + "x".repeat(20_001) + "\"")))))
                .containsExactly("/rules");
        assertThat(fields(as(OLGA, put(ONE, BODY.replace("\"Spring Hack\"", "\"" + "x".repeat(201) + "\"")))))
                .containsExactly("/title");
        assertThat(fields(as(OLGA, put(ONE, BODY.replace("\"guest\"", "\"" + "x".repeat(2_049) + "\"")))))
                .containsExactly("/resources/wifi");
    }

    @Test
    void listsAreBoundedAndNameNothingTwice() {
        var many = IntStream.range(0, 51)
                .mapToObj("{\"id\":\"t%d\",\"name\":\"T\"}"::formatted)
                .toList();
        var one = "[{\"id\":\"energy\",\"name\":\"Energy\"}]";

        assertThat(fields(as(OLGA, put(ONE, BODY.replace(one, many.toString())))))
                .containsExactly("/tracks");
        assertThat(fields(as(
                        OLGA,
                        put(
                                ONE,
                                BODY.replace(
                                        one,
                                        List.of(many.getFirst(), many.getFirst())
                                                .toString())))))
                .containsExactly("/tracks");
    }

    @Test
    void whatIsOptionalMayBeLeftOut() {
        as(OLGA, put(ONE, """
                {"title":"Bare","description":"","difficulty":"EXPERT","registrationStart":"2026-03-02T09:00:00Z",\
                "registrationEnd":"2026-03-09T09:00:00Z","startDate":"2026-03-10T09:00:00.123456Z",\
                "endDate":"2026-03-11T09:00:00Z","timeZone":"UTC","teamSize":{"min":1,"max":1}}""")).assertStatusCode(200);

        var change = last(Change.class);
        assertThat(change.details().judgingCriteria()).isEmpty();
        assertThat(change.milestones().graceMinutes()).isZero();
        assertThat(change.milestones().startDate()).hasToString("2026-03-10T09:00:00.123Z");
    }

    // Founding

    @Test
    void aManagerOfTheOrganizationFoundsADraft() {
        var answer = as(OTTO, post("/hackathons", BODY)).assertStatusCode(201);

        var create = last(Create.class);
        assertThat(create.slug()).isEqualTo("spring-hack");
        assertThat(create.organization()).isEqualTo(CLUB);
        assertThat(create.managers()).hasSize(1);
        assertThat(create.details()).isEqualTo(DETAILS);
        assertThat(header(answer, "Location").orElseThrow()).startsWith("/api/v1/hackathons/");
        assertThat(header(answer, "ETag")).isPresent();
        assertThat(records.taken).contains("spring-hack");
    }

    @Test
    void aNameThatIsTakenIsAlteredUnlessItWasAskedFor() {
        records.taken.add("spring-hack");

        as(OTTO, post("/hackathons", BODY)).assertStatusCode(201);
        assertThat(last(Create.class).slug()).matches("spring-hack-[0-9a-z]{5}");
        var asked = BODY.replace("{\"organ", "{\"slug\":\"taken\",\"organ");
        assertThat(slug(as(OTTO, post("/hackathons", asked)).assertStatusCode(409)))
                .isEqualTo("slug-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "x", "-spring", "search", "00000000-0000-0001-0000-000000000001"})
    void aNameHasItsForm(String name) {
        var body = BODY.replace("{\"organ", "{\"slug\":\"" + name + "\",\"organ");

        assertThat(fields(as(OTTO, post("/hackathons", body)).assertStatusCode(422)))
                .containsExactly("/slug");
    }

    @Test
    void othersFoundNothingAdminsOnRecord() {
        assertThat(slug(as(OLGA, post("/hackathons", BODY)).assertStatusCode(403)))
                .isEqualTo("forbidden");
        asGuest(post("/hackathons", BODY)).assertStatusCode(401);
        assertThat(told).isEmpty();

        asAdmin(post("/hackathons", BODY)).assertStatusCode(201);
        assertThat(audit).extracting(Noted::action).containsExactly(Action.EDIT_HACKATHON);
    }

    @Test
    void anOrganizationThatIsNotThereFoundsNothing() {
        assertThat(fields(as(OTTO, post("/hackathons", BODY.replace("000000000004\"", "000000000005\"")))
                        .assertStatusCode(422)))
                .containsExactly("/organizationId");
        assertThat(fields(as(OTTO, post("/hackathons", BODY.replaceFirst("\"organizationId\":\"[^\"]*\",", "")))
                        .assertStatusCode(422)))
                .containsExactly("/organizationId");
    }

    // Transitions

    @Test
    void aTransitionCarriesItsFacts() {
        as(OLGA, post(ONE + "/transitions", """
                {"to":"REGISTRATION_OPEN","registrationEnd":"2026-03-08T09:00:00.0009Z","reason":"more time"}""")).assertStatusCode(200);

        var move = last(Move.class);
        assertThat(move.to()).isEqualTo(HackathonStatus.REGISTRATION_OPEN);
        assertThat(move.registrationEnd()).hasToString("2026-03-08T09:00:00Z");
        assertThat(move.reason()).isEqualTo("more time");
        assertThat(move.organizationVerified()).isTrue();
    }

    @Test
    void whetherTheOrganizationIsVerifiedIsLookedUp() {
        verified = false;

        as(OLGA, post(ONE + "/transitions", "{\"to\":\"PUBLISHED\"}")).assertStatusCode(200);

        assertThat(last(Move.class).organizationVerified()).isFalse();
    }

    @Test
    void aTransitionIsHeldToItsForm() {
        assertThat(fields(as(OLGA, post(ONE + "/transitions", "{\"to\":\"OVER\"}"))
                        .assertStatusCode(422)))
                .containsExactly("/to");
        assertThat(fields(as(OLGA, post(ONE + "/transitions", "{}")).assertStatusCode(422)))
                .containsExactly("/to");
        assertThat(slug(as(OLGA, post(ONE + "/transitions", "{")).assertStatusCode(400)))
                .isEqualTo("unreadable");
        assertThat(slug(as(ADA, post(ONE + "/transitions", "{\"to\":\"CANCELLED\"}"))
                        .assertStatusCode(403)))
                .isEqualTo("forbidden");
    }

    @Test
    void resultsAreTakenBackByAnOwnerAlone() {
        status = HackathonStatus.COMPLETED;
        var body = "{\"to\":\"JUDGING\",\"reason\":\"a miscount\"}";

        assertThat(slug(as(OLGA, post(ONE + "/transitions", body)).assertStatusCode(403)))
                .isEqualTo("forbidden");
        as(OTTO, post(ONE + "/transitions", body)).assertStatusCode(200);
    }

    @Test
    void aMethodThatDoesNotFitIs405() {
        assertThat(slug(as(OLGA, delete(ONE)).assertStatusCode(405))).isEqualTo("method-not-allowed");
        assertThat(slug(as(OLGA, get(ONE + "/transitions")).assertStatusCode(405)))
                .isEqualTo("method-not-allowed");
    }

    // The list

    @Test
    void theListShowsWhatIsDueByTheClock() {
        var page = json(asGuest(get("/hackathons")).assertStatusCode(200));

        var item = page.path("items").path(0);
        assertThat(item.path("status").asText()).isEqualTo("REGISTRATION_OPEN");
        assertThat(item.path("organization").path("slug").asText()).isEqualTo("club");
        assertThat(item.has("me")).isFalse();
        assertThat(page.path("nextCursor").isNull()).isTrue();
        assertThat(json(as(WALT, get("/hackathons")))
                        .path("items")
                        .path(0)
                        .path("me")
                        .toString())
                .isEqualTo(
                        "{\"registration\":{\"status\":\"WAITLISTED\",\"position\":4},\"teamId\":null,\"roles\":[]}");
    }

    @Test
    void filtersReachTheTable() {
        as(
                        ADA,
                        get(
                                "/hackathons?status=ACTIVE&difficulty=EXPERT&theme=Climate&skill=java&from=2026-01-01T00:00:00Z"
                                        + "&to=2027-01-01T00:00:00Z&sort=-startDate&limit=5"))
                .assertStatusCode(200);

        var query = records.queries.getFirst();
        assertThat(query.status()).isEqualTo(HackathonStatus.ACTIVE);
        assertThat(query.difficulty()).isEqualTo(Difficulty.EXPERT);
        assertThat(query.theme()).isEqualTo("Climate");
        assertThat(query.skill()).isEqualTo("java");
        assertThat(query.from()).hasToString("2026-01-01T00:00:00Z");
        assertThat(query.to()).hasToString("2027-01-01T00:00:00Z");
        assertThat(query.sort()).isEqualTo(Sort.START_DESC);
        assertThat(query.viewer()).isEqualTo(ADA);
        assertThat(query.all()).isFalse();
        assertThat(query.limit()).isEqualTo(6);
    }

    @Test
    void anAdminSeesDraftsToo() {
        asAdmin(get("/hackathons")).assertStatusCode(200);

        assertThat(records.queries.getFirst().all()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "difficulty", "from", "to", "sort"})
    void aFilterIsHeldToItsValues(String filter) {
        assertThat(fields(asGuest(get("/hackathons?" + filter + "=nonsense")).assertStatusCode(422)))
                .containsExactly("?" + filter);
    }

    @Test
    void theListIsPaged() {
        records.entries = List.of(
                FakeRecords.entry(new HackathonId(new UUID(1, 1))), FakeRecords.entry(new HackathonId(new UUID(1, 2))));

        var page = json(asGuest(get("/hackathons?limit=1")));
        assertThat(page.path("items")).hasSize(1);
        asGuest(get("/hackathons?limit=1&cursor=" + page.path("nextCursor").asText()))
                .assertStatusCode(200);

        assertThat(records.queries.getLast().after()).isEqualTo(new After(NOON, new HackathonId(new UUID(1, 1))));
        assertThat(fields(asGuest(get("/hackathons?from=%2B900000000-01-01T00:00:00Z&to=-900000000-01-01T00:00:00Z"))
                        .assertStatusCode(422)))
                .containsExactly("?from", "?to");
        assertThat(fields(asGuest(get("/hackathons?cursor=nonsense")).assertStatusCode(422)))
                .containsExactly("?cursor");
        asGuest(get("/hackathons?limit=101")).assertStatusCode(422);
    }

    @Test
    void searchLooksForText() {
        asGuest(get("/hackathons/search?q=robots")).assertStatusCode(200);

        assertThat(records.queries.getFirst().text()).isEqualTo("robots");
        assertThat(fields(asGuest(get("/hackathons/search?q=%20")).assertStatusCode(422)))
                .containsExactly("?q");
    }
}
