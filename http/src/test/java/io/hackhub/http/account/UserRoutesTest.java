package io.hackhub.http.account;

import static io.hackhub.http.shared.Answers.fields;
import static io.hackhub.http.shared.Answers.header;
import static io.hackhub.http.shared.Answers.json;
import static io.hackhub.http.shared.Answers.slug;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRoutesTest extends AccountRouteTest {

    private String ada = "";
    private String adaId = "";
    private String bob = "";

    @BeforeAll
    void people() {
        var body = register("ada");
        ada = body.path("accessToken").asText();
        adaId = body.path("user").path("id").asText();
        bob = register("bob").path("accessToken").asText();
    }

    @Test
    void aProfileIsReplacedWhole() {
        var full = put(ada, "/users/profile", """
            {"fullName":" Ada Lovelace ","bio":"Numbers","githubUsername":"ada","avatarUrl":"https://example.com/a.png",
             "preferences":{"interests":["ai"],"notifications":{"email":false}}}""");
        assertThat(json(full.assertStatusCode(200)).path("fullName").asText()).isEqualTo("Ada Lovelace");
        assertThat(json(full)
                        .path("preferences")
                        .path("notifications")
                        .path("email")
                        .asBoolean(true))
                .isFalse();

        var bare = json(put(ada, "/users/profile", "{\"fullName\":\"Ada\"}").assertStatusCode(200));
        assertThat(bare.has("bio")).isFalse();
        assertThat(bare.has("avatarUrl")).isFalse();
        assertThat(bare.path("preferences").path("interests")).isEmpty();
    }

    @Test
    void aTagSavesTheSecondReading() {
        var tag =
                header(get(ada, "/users/profile").assertStatusCode(200), "ETag").orElseThrow();
        var again = run(with("If-None-Match", tag, as(ada, request("GET", "/users/profile", ""))));

        again.assertStatusCode(304);
        assertThat(again.entityString()).isEmpty();
    }

    @Test
    void aStaleTagKeepsOneFromOverwriting() {
        var tag = header(get(ada, "/users/profile"), "ETag").orElseThrow();
        var write = as(ada, request("PUT", "/users/skills", "{\"skills\":[\"java\",\"sql\"]}"));

        var first = run(with("If-Match", tag, write)).assertStatusCode(200);
        assertThat(slug(run(with("If-Match", tag, write)).assertStatusCode(412)))
                .isEqualTo("stale");
        assertThat(slug(run(with("If-Match", "\"nonsense\"", write)).assertStatusCode(412)))
                .isEqualTo("stale");
        run(with("If-Match", header(first, "ETag").orElseThrow(), write)).assertStatusCode(200);
        run(with("If-Match", "*", write)).assertStatusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.com",
                "https://user:pass@example.com/",
                "//example.com",
                "https:///x",
                ""
            })
    void anAddressIsAWebAddress(String url) {
        var answer = put(ada, "/users/profile", "{\"fullName\":\"A\",\"linkedinUrl\":\"%s\"}".formatted(url));

        assertThat(fields(answer.assertStatusCode(422))).containsExactly("/linkedinUrl");
    }

    @Test
    void everyFlawIsNamedAtOnce() {
        var answer = put(ada, "/users/profile", """
            {"fullName":"  ","bio":"%s","githubUsername":"-x","preferences":{"interests":["a","a"]}}""".formatted("b".repeat(2001)));

        assertThat(fields(answer)).containsExactly("/fullName", "/bio", "/githubUsername", "/preferences/interests");
        assertThat(fields(put(ada, "/users/skills", "{\"skills\":[\"\",null]}")))
                .containsExactly("/skills/1");
        assertThat(fields(put(ada, "/users/skills", "{\"skills\":[\"\"]}"))).containsExactly("/skills/0");
    }

    @Test
    void othersSeeACardAndNoMore() {
        var card = json(get(bob, "/users/" + adaId).assertStatusCode(200));

        assertThat(card.path("username").asText()).isEqualTo("ada");
        assertThat(card.has("email")).isFalse();
        assertThat(card.has("role")).isFalse();
        assertThat(card.has("preferences")).isFalse();
    }

    @Test
    void nobodyIsNotFoundAndGuestsSeeNobody() {
        assertThat(slug(get(bob, "/users/00000000-0000-7000-8000-000000000000").assertStatusCode(404)))
                .isEqualTo("not-found");
        assertThat(slug(get(bob, "/users/nonsense").assertStatusCode(404))).isEqualTo("not-found");
        assertThat(slug(run(request("GET", "/users/" + adaId, "")).assertStatusCode(401)))
                .isEqualTo("unauthenticated");
        assertThat(slug(run(request("GET", "/users/profile", "")).assertStatusCode(401)))
                .isEqualTo("unauthenticated");
    }

    @Test
    void membershipsAreOneAnswer() {
        var carol = verified("carol");
        run(as(carol, request("POST", "/organizations", "{\"name\":\"Carol's\"}")))
                .assertStatusCode(201);
        var all = json(get(carol, "/users/me/memberships").assertStatusCode(200));

        assertThat(all.path("organizations").path(0).path("name").asText()).isEqualTo("Carol's");
        assertThat(all.path("organizations").path(0).path("role").asText()).isEqualTo("OWNER");
        assertThat(all.path("hackathons").path(0).path("slug").asText()).isEqualTo("one");
        assertThat(all.path("channels").isArray()).isTrue();
    }

    private TestRouteResult get(String token, String path) {
        return run(as(token, request("GET", path, "")));
    }

    private TestRouteResult put(String token, String path, String body) {
        return run(as(token, request("PUT", path, body)));
    }
}
