package io.hackhub.http.organization;

import static io.hackhub.http.shared.Answers.fields;
import static io.hackhub.http.shared.Answers.header;
import static io.hackhub.http.shared.Answers.json;
import static io.hackhub.http.shared.Answers.slug;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.shared.Sql;
import io.hackhub.http.account.AccountRouteTest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationRoutesTest extends AccountRouteTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private String owner = "";
    private String member = "";
    private String memberId = "";
    private String stranger = "";
    private String admin = "";

    @BeforeAll
    void people() {
        owner = verified("owner");
        var body = register("member");
        member = body.path("accessToken").asText();
        memberId = body.path("user").path("id").asText();
        stranger = register("stranger").path("accessToken").asText();
        api.admins.bootstrap("root@example.com", PASSWORD);
        admin = json(post("/auth/login", "{\"email\":\"root@example.com\",\"password\":\"%s\"}".formatted(PASSWORD)))
                .path("accessToken")
                .asText();
    }

    @Test
    void foundingMakesAnOwnerAndWaitsForVerification() {
        var answer = call(owner, "POST", "/organizations", """
            {"name":"Opendata.ch","slug":"opendata","websiteUrl":"https://opendata.ch","size":"SMALL"}""");
        var body = json(answer.assertStatusCode(201));

        assertThat(body.path("slug").asText()).isEqualTo("opendata");
        assertThat(body.path("verificationStatus").asText()).isEqualTo("PENDING");
        assertThat(body.path("subscriptionTier").asText()).isEqualTo("FREE");
        assertThat(body.has("version")).isFalse();
        assertThat(header(answer, "Location"))
                .contains("/api/v1/organizations/" + body.path("id").asText());
        assertThat(header(answer, "ETag")).isPresent();
        assertThat(json(call("", "GET", "/organizations/opendata", "").assertStatusCode(200)))
                .isEqualTo(body);
        call("", "GET", "/organizations/" + body.path("id").asText(), "").assertStatusCode(200);
        assertThat(slug(call(owner, "POST", "/organizations", "{\"name\":\"X\",\"slug\":\"opendata\"}")
                        .assertStatusCode(409)))
                .isEqualTo("slug-taken");
    }

    @Test
    void anUnconfirmedAddressFoundsNothing() {
        assertThat(slug(call(stranger, "POST", "/organizations", "{\"name\":\"X\"}")
                        .assertStatusCode(403)))
                .isEqualTo("forbidden");
        assertThat(slug(call("", "POST", "/organizations", "{\"name\":\"X\"}").assertStatusCode(401)))
                .isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {"name":""}                            | /name
                {"name":"X","slug":"Not A Slug"}       | /slug
                {"name":"X","slug":"verify"}           | /slug
                {"name":"X","websiteUrl":"javascript:"}| /websiteUrl
                {"name":"X","size":"TINY"}             | /size
                {"name":7}                             | /name
                {}                                     | /name
                """)
    void whatIsWrongIsNamed(String body, String field) {
        assertThat(fields(call(owner, "POST", "/organizations", body).assertStatusCode(422)))
                .containsExactly(field);
    }

    @Test
    void changingTakesAManagerAndTheRightTag() {
        var path = found();
        var tag = header(call("", "GET", path, ""), "ETag").orElseThrow();
        var write = request("PUT", path, "{\"name\":\"Renamed\",\"description\":\"D\"}");

        assertThat(slug(run(as(stranger, write)).assertStatusCode(403))).isEqualTo("forbidden");
        var changed = run(with("If-Match", tag, as(owner, write))).assertStatusCode(200);
        assertThat(json(changed).path("description").asText()).isEqualTo("D");
        assertThat(slug(run(with("If-Match", tag, as(owner, write))).assertStatusCode(412)))
                .isEqualTo("stale");
        assertThat(json(call(owner, "PUT", path, "{\"name\":\"Bare\"}")).has("description"))
                .isFalse();
    }

    @Test
    void adminsFindWhatWaitsForThem() {
        var first = found();
        api.clock.forward(Duration.ofSeconds(1));
        var second = found();
        var all = json(call(admin, "GET", "/organizations?limit=100", "").assertStatusCode(200));
        var page = json(call(admin, "GET", "/organizations?verificationStatus=PENDING&limit=1", ""));
        var next = json(call(
                admin,
                "GET",
                "/organizations?verificationStatus=PENDING&limit=1&cursor="
                        + page.path("nextCursor").asText(),
                ""));

        assertThat(all.path("items")
                        .valueStream()
                        .map(it -> "/organizations/" + it.path("slug").asText()))
                .containsSubsequence(first, second);
        assertThat(all.path("items")
                        .valueStream()
                        .map(it -> it.path("verificationStatus").asText()))
                .containsOnly("PENDING");
        assertThat(page.at("/items/0")).isEqualTo(all.at("/items/0"));
        assertThat(next.at("/items/0")).isEqualTo(all.at("/items/1"));
        call(stranger, "GET", "/organizations", "").assertStatusCode(403);
        call("", "GET", "/organizations", "").assertStatusCode(401);
        assertThat(fields(call(admin, "GET", "/organizations?verificationStatus=NICE", "")
                        .assertStatusCode(422)))
                .containsExactly("?verificationStatus");
    }

    @Test
    void anAdminMayButItIsOnRecord() {
        var path = found();
        call(admin, "PUT", path, "{\"name\":\"By admin\"}").assertStatusCode(200);
        api.clock.forward(Duration.ofSeconds(1));
        call(admin, "GET", path + "/members", "").assertStatusCode(200);
        List<String> actions = api.database.now(db -> Sql.list(
                db, "select action from audit_log order by at desc, id desc limit 2", row -> row.getString("action")));

        assertThat(actions).containsExactly("organization.members.read", "organization.change");
    }

    @Test
    void membersComeChangeAndGo() {
        var path = found() + "/members";
        var added = call(owner, "POST", path, "{\"email\":\"MEMBER@example.com\",\"role\":\"FINANCE\"}");

        assertThat(json(added.assertStatusCode(201))
                        .path("user")
                        .path("username")
                        .asText())
                .isEqualTo("member");
        assertThat(json(added).path("user").has("email")).isFalse();
        assertThat(slug(call(owner, "POST", path, "{\"username\":\"member\",\"role\":\"STAFF\"}")
                        .assertStatusCode(409)))
                .isEqualTo("conflict");
        assertThat(json(call(owner, "PUT", path + "/" + memberId, "{\"role\":\"ADMIN\"}")
                                .assertStatusCode(200))
                        .path("role")
                        .asText())
                .isEqualTo("ADMIN");
        assertThat(api.managers.getLast().roles()).hasSize(2);
        call(member, "DELETE", path + "/" + memberId, "").assertStatusCode(204);
        assertThat(api.managers.getLast().roles()).hasSize(1);
        assertThat(slug(call(owner, "DELETE", path + "/" + memberId, "").assertStatusCode(404)))
                .isEqualTo("not-found");
    }

    @Test
    void onlyItsPeopleSeeWhoTheyAre() {
        var path = found() + "/members";
        add(path, "STAFF");

        call(member, "GET", path, "").assertStatusCode(200);
        assertThat(slug(call(stranger, "GET", path, "").assertStatusCode(403))).isEqualTo("forbidden");
        assertThat(slug(call("", "GET", path, "").assertStatusCode(401))).isEqualTo("unauthenticated");
        assertThat(slug(call(member, "POST", path, "{\"username\":\"stranger\",\"role\":\"STAFF\"}")
                        .assertStatusCode(403)))
                .isEqualTo("forbidden");
    }

    @Test
    void membersArePaged() {
        var path = found() + "/members";
        api.clock.forward(Duration.ofSeconds(1));
        add(path, "STAFF");
        var first = json(call(owner, "GET", path + "?limit=1", "").assertStatusCode(200));
        var next = first.path("nextCursor").asText();
        var second =
                json(call(owner, "GET", path + "?limit=1&cursor=" + next, "").assertStatusCode(200));

        assertThat(first.path("items").path(0).path("role").asText()).isEqualTo("OWNER");
        assertThat(second.path("items").path(0).path("user").path("username").asText())
                .isEqualTo("member");
        assertThat(second.has("nextCursor")).isTrue();
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=nonsense", "cursor=YQ"})
    void aBadPageIsNamed(String query) {
        var answer = call(owner, "GET", found() + "/members?" + query, "").assertStatusCode(422);

        assertThat(fields(answer)).containsExactly("?" + query.split("=", 2)[0]);
    }

    @Test
    void theLastOwnerStays() {
        var path = found() + "/members";
        var ownerId = json(call(owner, "GET", "/users/profile", "")).path("id").asText();

        assertThat(slug(call(owner, "DELETE", path + "/" + ownerId, "").assertStatusCode(409)))
                .isEqualTo("conflict");
        assertThat(slug(call(owner, "PUT", path + "/" + ownerId, "{\"role\":\"ADMIN\"}")
                        .assertStatusCode(409)))
                .isEqualTo("conflict");
    }

    @Test
    void whoeverHasNoAccountIsNamed() {
        var path = found() + "/members";

        assertThat(fields(call(owner, "POST", path, "{\"username\":\"ghost\",\"role\":\"STAFF\"}")))
                .containsExactly("/username");
        assertThat(fields(call(owner, "POST", path, "{\"role\":\"STAFF\"}"))).containsExactly("/email");
    }

    @Test
    void verifyingIsAnAdminsAndIdempotent() {
        var path = found();
        var id = json(call("", "GET", path, "")).path("id").asText();
        var verify = "{\"organizationId\":\"%s\",\"status\":\"VERIFIED\"}".formatted(id);

        assertThat(slug(call(owner, "POST", "/organizations/verify", verify).assertStatusCode(403)))
                .isEqualTo("forbidden");
        var once = call(admin, "POST", "/organizations/verify", verify).assertStatusCode(200);
        var twice = call(admin, "POST", "/organizations/verify", verify).assertStatusCode(200);
        assertThat(json(once).path("verificationStatus").asText()).isEqualTo("VERIFIED");
        assertThat(header(once, "ETag")).isEqualTo(header(twice, "ETag"));
        assertThat(slug(call(admin, "POST", "/organizations/verify", verify.replace(id, UUID.randomUUID() + ""))
                        .assertStatusCode(404)))
                .isEqualTo("not-found");
    }

    @Test
    void itsHackathonsAreAnotherFeaturesAnswer() {
        var path = found();

        assertThat(json(call("", "GET", path + "/hackathons", "").assertStatusCode(200))
                        .path("of"))
                .isEqualTo(json(call("", "GET", path, "")).path("id"));
        assertThat(slug(call("", "GET", "/organizations/nowhere/hackathons", "").assertStatusCode(404)))
                .isEqualTo("not-found");
    }

    @Test
    void aKeyedRequestHappensOnce() {
        var key = UUID.randomUUID().toString();
        var first = keyed(key, "{\"name\":\"Once\"}").assertStatusCode(201);
        var second = keyed(key, "{\"name\":\"Once\"}").assertStatusCode(201);

        assertThat(json(second)).isEqualTo(json(first));
        assertThat(header(second, "Location")).isEqualTo(header(first, "Location"));
        assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(header(second, "Idempotency-Replayed")).contains("true");
        assertThat(slug(keyed(key, "{\"name\":\"Other\"}").assertStatusCode(422)))
                .isEqualTo("idempotency-mismatch");
    }

    @Test
    void afterADayItIsANewRequest() {
        var key = UUID.randomUUID().toString();
        var first = json(keyed(key, "{\"name\":\"Daily\"}").assertStatusCode(201));
        api.database.now(db -> io.hackhub.core.shared.Sql.update(
                db, "update idempotency set started_at = started_at - interval '1 day 1 second'"));

        assertThat(json(keyed(key, "{\"name\":\"Daily\"}").assertStatusCode(201))
                        .path("id"))
                .isNotEqualTo(first.path("id"));
    }

    @Test
    void anothersKeyIsAnotherKey() {
        var key = UUID.randomUUID().toString();
        var mine = keyed(key, "{\"name\":\"Mine\"}");
        var theirs = run(with(
                "Idempotency-Key",
                key,
                as(
                        verified("keyed" + NUMBER.incrementAndGet()),
                        request("POST", "/organizations", "{\"name\":\"Mine\"}"))));

        assertThat(json(theirs.assertStatusCode(201)).path("id"))
                .isNotEqualTo(json(mine).path("id"));
    }

    @Test
    void atOnceWithOneKeyItStillHappensOnce() {
        var key = UUID.randomUUID().toString();
        var ids = atOnce(
                6,
                () -> json(keyed(key, "{\"name\":\"Concurrent\"}").assertStatusCode(201))
                        .path("id")
                        .asText());

        assertThat(ids).hasSize(6);
        assertThat(Set.copyOf(ids)).hasSize(1);
    }

    @Test
    void aMendedFormWorksWithItsKey() {
        var key = UUID.randomUUID().toString();

        assertThat(fields(keyed(key, "{\"name\":\"\"}").assertStatusCode(422))).containsExactly("/name");
        keyed(key, "{\"name\":\"Mended\"}").assertStatusCode(201);
        assertThat(slug(keyed(key, "{\"name\":\"Another\"}").assertStatusCode(422)))
                .isEqualTo("idempotency-mismatch");
    }

    @Test
    void theSlugIsChosenOnce() {
        var path = found();

        assertThat(fields(call(owner, "PUT", path, "{\"name\":\"Org\",\"slug\":\"another-slug\"}")
                        .assertStatusCode(422)))
                .containsExactly("/slug");
        call(
                        owner,
                        "PUT",
                        path,
                        "{\"name\":\"Org\",\"slug\":\"%s\"}".formatted(path.substring(path.lastIndexOf('/') + 1)))
                .assertStatusCode(200);
    }

    @Test
    void aPlaceInYearsThatNoTableHoldsIsNoCursor() {
        var place = "+900000000-01-01T00:00:00Z\n" + UUID.randomUUID();
        var cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(UTF_8));

        assertThat(fields(call(owner, "GET", found() + "/members?cursor=" + cursor, "")
                        .assertStatusCode(422)))
                .containsExactly("?cursor");
    }

    @Test
    void theKeptAnswerIsNotReadableInTheTable() {
        keyed(UUID.randomUUID().toString(), "{\"name\":\"Secretive\"}").assertStatusCode(201);
        var kept = api.database.now(db -> io.hackhub.core.shared.Sql.list(
                db,
                "select encode(answer, 'escape') from idempotency where answer is not null",
                row -> row.getString(1)));

        assertThat(kept).isNotEmpty().noneMatch(it -> it.contains("Secretive"));
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/organizations/x,405", "DELETE,/organizations,405", "GET,/organizations/x/nothing,404"})
    void whatIsNotThereIsSaid(String method, String path, int status) {
        assertThat(slug(call(owner, method, path, "").assertStatusCode(status)))
                .isEqualTo(status == 405 ? "method-not-allowed" : "not-found");
    }

    @Test
    void aFailureOfOursFreesTheKey() {
        var key = UUID.randomUUID().toString();
        api.database.now(db -> io.hackhub.core.shared.Sql.update(db, "alter table organization rename to hidden"));
        assertThat(slug(keyed(key, "{\"name\":\"Later\"}").assertStatusCode(500)))
                .isEqualTo("internal");
        api.database.now(db -> io.hackhub.core.shared.Sql.update(db, "alter table hidden rename to organization"));

        keyed(key, "{\"name\":\"Later\"}").assertStatusCode(201);
    }

    private TestRouteResult call(String token, String method, String path, String body) {
        var request = request(method, path, body);
        return run(token.isEmpty() ? request : as(token, request));
    }

    private TestRouteResult keyed(String key, String body) {
        return run(with("Idempotency-Key", key, as(owner, request("POST", "/organizations", body))));
    }

    private void add(String path, String role) {
        call(owner, "POST", path, "{\"username\":\"member\",\"role\":\"%s\"}".formatted(role))
                .assertStatusCode(201);
    }

    /// A new organization's path.
    private String found() {
        var slug = "org-" + NUMBER.incrementAndGet() + "-x";
        call(owner, "POST", "/organizations", "{\"name\":\"Org\",\"slug\":\"%s\"}".formatted(slug))
                .assertStatusCode(201);
        return "/organizations/" + slug;
    }
}
