package io.hackhub.http.account;

import static io.hackhub.http.shared.Answers.fields;
import static io.hackhub.http.shared.Answers.header;
import static io.hackhub.http.shared.Answers.json;
import static io.hackhub.http.shared.Answers.slug;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.AccessTokens;
import io.hackhub.core.account.SigningKeys;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthRoutesTest extends AccountRouteTest {

    @Test
    void registeringAnswersTheUserAndBothTokens() {
        var answer = post("/auth/register", registration("ada"));
        var body = json(answer.assertStatusCode(201));

        assertThat(body.path("user").path("username").asText()).isEqualTo("ada");
        assertThat(body.path("user").path("role").asText()).isEqualTo("USER");
        assertThat(body.path("user").has("passwordHash")).isFalse();
        assertThat(body.path("user").has("suspended")).isFalse();
        assertThat(body.path("refreshToken").asText()).hasSize(43);
        assertThat(body.path("expiresIn").asInt()).isEqualTo(900);
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
    }

    @Test
    void everyFlawOfARegistrationIsNamedAtOnce() {
        var answer = post("/auth/register", """
            {"email":"nonsense","username":"a b","fullName":"","password":"%s"}""".formatted(PASSWORD));

        assertThat(slug(answer)).isEqualTo("validation");
        assertThat(fields(answer)).containsExactly("/email", "/username", "/fullName");
        assertThat(fields(post("/auth/register", "{}")))
                .containsExactly("/email", "/username", "/fullName", "/password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password1234"})
    void aPoorPasswordIsNamed(String password) {
        var answer = post("/auth/register", registration("poor").replace(PASSWORD, password));

        assertThat(fields(answer)).containsExactly("/password");
    }

    @ParameterizedTest
    @CsvSource({"Taken@Example.com,other,email-taken", "other@example.com,TAKEN,username-taken"})
    void whatIsTakenIsSaid(String email, String username, String slug) {
        post("/auth/register", registration("taken"));
        var answer = post("/auth/register", """
            {"email":"%s","username":"%s","fullName":"X","password":"%s"}""".formatted(email, username, PASSWORD));

        assertThat(slug(answer.assertStatusCode(409))).isEqualTo(slug);
    }

    @Test
    void signingInWorksWhateverTheCaseOfTheAddress() {
        register("bob");

        assertThat(json(login("BOB@example.com", PASSWORD).assertStatusCode(200))
                        .path("accessToken")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void anUnknownAddressAndAWrongPasswordLookTheSame() {
        register("carol");
        var wrong = login("carol@example.com", "not the password");
        var unknown = login("nobody@example.com", "not the password");

        assertThat(slug(wrong.assertStatusCode(401))).isEqualTo("unauthenticated");
        assertThat(json(wrong).path("detail")).isEqualTo(json(unknown).path("detail"));
        assertThat(header(wrong, "WWW-Authenticate")).isPresent().isEqualTo(header(unknown, "WWW-Authenticate"));
        assertThat(slug(login("carol@example.com", "x".repeat(5000)).assertStatusCode(401)))
                .isEqualTo("unauthenticated");
    }

    @Test
    void aRefreshedPairWorksAndTheOldTokenIsTheSameSuccessorForAMoment() {
        var first = register("dave").path("refreshToken").asText();
        var second = json(refresh(first).assertStatusCode(200));
        var again = json(refresh(first).assertStatusCode(200));

        assertThat(again.path("refreshToken")).isEqualTo(second.path("refreshToken"));
        profile(second.path("accessToken").asText()).assertStatusCode(200);
    }

    @Test
    void twoTabsThatRefreshAtOnceGetTheSameSuccessor() {
        var first = register("tabs").path("refreshToken").asText();
        var answers = atOnce(
                4,
                () -> json(refresh(first).assertStatusCode(200))
                        .path("refreshToken")
                        .asText());

        assertThat(java.util.Set.copyOf(answers)).hasSize(1);
    }

    @Test
    void aReusedTokenEndsTheSessionAndItsOwnerIsTold() {
        var granted = register("robbed");
        var first = granted.path("refreshToken").asText();
        var second = json(refresh(first)).path("refreshToken").asText();
        api.clock.forward(Duration.ofSeconds(31));

        assertThat(slug(refresh(first).assertStatusCode(401))).isEqualTo("unauthenticated");
        refresh(second).assertStatusCode(401);
        profile(granted.path("accessToken").asText()).assertStatusCode(401);
        assertThat(api.warned)
                .contains(UserId.of(granted.path("user").path("id").asText()));
    }

    @Test
    void withoutAnyTokenThereIsNothingToRefreshOrEnd() {
        assertThat(slug(post("/auth/refresh", "").assertStatusCode(401))).isEqualTo("unauthenticated");
        assertThat(slug(post("/auth/refresh", "{}").assertStatusCode(401))).isEqualTo("unauthenticated");
        assertThat(slug(post("/auth/logout", "").assertStatusCode(401))).isEqualTo("unauthenticated");
    }

    @Test
    void theCookieHoldsTheTokenWhereNoScriptReadsIt() {
        var answer = inCookie("erin");
        var cookie = header(answer, "Set-Cookie").orElseThrow();

        assertThat(json(answer).has("refreshToken")).isFalse();
        assertThat(cookie)
                .matches("hackhub_refresh=[A-Za-z0-9_-]{43}; Max-Age=604800; "
                        + "Path=/api/v1/auth; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void theCookieRefreshesFromAnAllowedOriginOnly() {
        var cookie = cookie(inCookie("frank"));
        var request = with("Cookie", cookie, request("POST", "/auth/refresh", "{}"));

        assertThat(slug(run(request).assertStatusCode(403))).isEqualTo("forbidden");
        assertThat(slug(run(with("Origin", "https://evil.example", request)).assertStatusCode(403)))
                .isEqualTo("forbidden");
        var refreshed = run(with("Origin", ORIGIN, request)).assertStatusCode(200);
        assertThat(json(refreshed).has("refreshToken")).isFalse();
        assertThat(cookie(refreshed)).isNotEqualTo(cookie);
    }

    @Test
    void aWorthlessCookieIsCleared() {
        var request = with("Cookie", "hackhub_refresh=nonsense", request("POST", "/auth/refresh", "{}"));

        assertThat(header(run(with("Origin", ORIGIN, request)).assertStatusCode(401), "Set-Cookie")
                        .orElseThrow())
                .startsWith("hackhub_refresh=; Max-Age=0;");
    }

    @Test
    void signingOutByCookieNeedsAnAllowedOrigin() {
        var answer = inCookie("grace");
        var request = with("Cookie", cookie(answer), request("POST", "/auth/logout", ""));
        var access = json(answer).path("accessToken").asText();

        run(request).assertStatusCode(403);
        profile(access).assertStatusCode(200);
        run(with("Origin", ORIGIN, request)).assertStatusCode(204);
        profile(access).assertStatusCode(401);
    }

    @Test
    void signingOutByEitherTokenEndsBoth() {
        var heidi = register("heidi");
        run(as(heidi.path("accessToken").asText(), request("POST", "/auth/logout", "")))
                .assertStatusCode(204);
        refresh(heidi.path("refreshToken").asText()).assertStatusCode(401);
        profile(heidi.path("accessToken").asText()).assertStatusCode(401);

        var ivan = register("ivan");
        post("/auth/logout", token("refreshToken", ivan.path("refreshToken").asText()))
                .assertStatusCode(204);
        profile(ivan.path("accessToken").asText()).assertStatusCode(401);
    }

    @Test
    void theMailedTokenVerifiesOnceAndOnlyItsOwner() {
        var judy = register("judy").path("accessToken").asText();
        var token = token("token", api.mailedToken());
        var mallory = register("mallory").path("accessToken").asText();

        assertThat(fields(run(as(mallory, request("POST", "/auth/verify-email", token)))
                        .assertStatusCode(422)))
                .containsExactly("/token");
        assertThat(slug(post("/auth/verify-email", token).assertStatusCode(401)))
                .isEqualTo("unauthenticated");
        run(as(judy, request("POST", "/auth/verify-email", token))).assertStatusCode(204);
        run(as(judy, request("POST", "/auth/verify-email", token))).assertStatusCode(422);
        assertThat(json(profile(judy)).path("emailVerified").asBoolean()).isTrue();
    }

    @Test
    void aForgottenPasswordIsResetByMail() {
        var before = register("niaj").path("accessToken").asText();
        var mailsBefore = api.mails.size();
        post("/auth/forgot-password", "{\"email\":\"nobody@example.com\"}").assertStatusCode(202);
        post("/auth/forgot-password", "{\"email\":\"niaj@example.com\"}").assertStatusCode(202);
        actors.createTestProbe().awaitAssert(() -> assertThat(api.mails).hasSize(mailsBefore + 1));
        var reset = "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(api.mailedToken(), "quite another password");

        assertThat(fields(post("/auth/reset-password", reset.replace("quite another password", "short"))))
                .containsExactly("/password");
        post("/auth/reset-password", reset).assertStatusCode(204);
        assertThat(fields(post("/auth/reset-password", reset).assertStatusCode(422)))
                .containsExactly("/token");
        profile(before).assertStatusCode(401);
        login("niaj@example.com", PASSWORD).assertStatusCode(401);
        login("niaj@example.com", "quite another password").assertStatusCode(200);
    }

    @Test
    void aDemoPersonSignsInAtOneClickAndNobodyElse() {
        api.admins.createDemoPerson(new io.hackhub.core.account.Admins.DemoPerson(
                "demo@example.com", "demo-judge", "Demo", java.util.Optional.empty()));
        register("olivia");

        post("/auth/demo", "{\"username\":\"demo-judge\"}").assertStatusCode(200);
        post("/auth/demo", "{\"username\":\"olivia\"}").assertStatusCode(401);
    }

    @Test
    void noTokenOfOursIsAccepted() {
        var good = register("peggy").path("accessToken").asText();
        var parts = good.split("\\.", -1);
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        var foreign = new AccessTokens(SigningKeys.parse("k:" + "z".repeat(32)), URI.create(ORIGIN), api.clock)
                .issue(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), true);
        var nobody = api.accessTokens.issue(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), true);

        for (var bad : java.util.List.of("", "x", good + "x", none + "." + parts[1] + ".", foreign, nobody)) {
            var answer = profile(bad);
            assertThat(slug(answer.assertStatusCode(401))).isEqualTo("unauthenticated");
            assertThat(header(answer, "WWW-Authenticate").orElseThrow()).contains("invalid_token");
        }
        profile(good).assertStatusCode(200);
        api.clock.forward(Duration.ofMinutes(15));
        profile(good).assertStatusCode(401);
    }

    @Test
    void aSuspendedAccountIsForbidden() {
        var victor = register("victor");
        var id = UserId.of(victor.path("user").path("id").asText());
        api.admins.suspend(id, true, id);

        api.clock.forward(Duration.ofSeconds(11));
        assertThat(slug(profile(victor.path("accessToken").asText()).assertStatusCode(403)))
                .isEqualTo("forbidden");
        assertThat(slug(login("victor@example.com", PASSWORD).assertStatusCode(403)))
                .isEqualTo("forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/auth/login,405,method-not-allowed",
        "PUT,/auth/register,405,method-not-allowed",
        "POST,/auth/nothing,404,not-found",
        "DELETE,/users/profile,405,method-not-allowed"
    })
    void whatIsNotThereIsSaid(String method, String path, int status, String slug) {
        assertThat(slug(run(request(method, path, "")).assertStatusCode(status)))
                .isEqualTo(slug);
    }

    @Test
    void aBodyThatIsNoJsonOrTooLargeIsRefusedBeforeAnythingElse() {
        assertThat(slug(post("/auth/login", "{").assertStatusCode(400))).isEqualTo("unreadable");
        assertThat(slug(post("/auth/login", "[".repeat(100_000)).assertStatusCode(400)))
                .isEqualTo("unreadable");
        assertThat(slug(run(HttpRequest.POST("/api/v1/auth/login").withEntity("email=a"))
                        .assertStatusCode(415)))
                .isEqualTo("unsupported-media-type");
        assertThat(slug(post("/auth/login", "{\"email\":\"" + "a".repeat(20_000_000) + "\"}")
                        .assertStatusCode(413)))
                .isEqualTo("too-large");
    }

    private TestRouteResult login(String email, String password) {
        return post("/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private TestRouteResult refresh(String token) {
        return post("/auth/refresh", token("refreshToken", token));
    }

    private TestRouteResult profile(String accessToken) {
        return run(as(accessToken, request("GET", "/users/profile", "")));
    }

    private TestRouteResult inCookie(String username) {
        return post("/auth/register", registration(username).replace("}", ",\"session\":\"cookie\"}"))
                .assertStatusCode(201);
    }

    private static String cookie(TestRouteResult answer) {
        return header(answer, "Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String token(String name, String value) {
        return "{\"%s\":\"%s\"}".formatted(name, value);
    }
}
