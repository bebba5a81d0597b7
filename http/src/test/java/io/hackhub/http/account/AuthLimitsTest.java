package io.hackhub.http.account;

import static io.hackhub.http.shared.Answers.header;
import static io.hackhub.http.shared.Answers.slug;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.junit.jupiter.api.Test;

class AuthLimitsTest extends AccountRouteTest {

    AuthLimitsTest() {
        super(true);
    }

    @Test
    void guessingAtAnAccountStopsSoonAndLocksNobodyOut() {
        register("target");
        register("neighbour");
        for (int i = 0; i < 20; i++) {
            login("10.0.0.1", "target", "guess number %d").assertStatusCode(401);
        }

        var stopped = login("10.0.0.1", "target", PASSWORD).assertStatusCode(429);
        assertThat(slug(stopped)).isEqualTo("rate-limited");
        assertThat(header(stopped, "Retry-After")).contains("30");
        assertThat(header(stopped, "RateLimit-Policy").orElseThrow()).contains("q=");
        login("10.0.0.1", "TARGET", PASSWORD).assertStatusCode(429);
        login("10.0.0.2", "target", PASSWORD).assertStatusCode(200);
        login("10.0.0.1", "neighbour", PASSWORD).assertStatusCode(200);
        api.clock.forward(Duration.ofSeconds(30));
        login("10.0.0.1", "target", PASSWORD).assertStatusCode(200);
    }

    @Test
    void manyAddressesTogetherDoNotGuessWithoutEnd() {
        register("besieged");
        for (int i = 0; i < 200; i++) {
            login("10.1.0." + i / 19, "besieged", "guess number " + i).assertStatusCode(401);
        }

        login("10.1.1.1", "besieged", PASSWORD).assertStatusCode(429);
        api.clock.forward(Duration.ofSeconds(3));
        login("10.1.1.1", "besieged", PASSWORD).assertStatusCode(200);
    }

    @Test
    void addressesCannotBeProbedByRegistering() {
        register("existing");
        var body = registration("existing").replace("\"username\":\"existing\"", "\"username\":\"probe\"");
        for (int i = 0; i < 100; i++) {
            run(from("10.0.1.1", request("POST", "/auth/register", body))).assertStatusCode(409);
        }

        assertThat(slug(run(from("10.0.1.1", request("POST", "/auth/register", body)))
                        .assertStatusCode(429)))
                .isEqualTo("rate-limited");
        run(from("10.0.1.1", request("POST", "/auth/register", registration("free"))))
                .assertStatusCode(429);
        run(from("10.0.1.2", request("POST", "/auth/register", registration("free"))))
                .assertStatusCode(201);
        api.clock.forward(Duration.ofMinutes(1));
        run(from("10.0.1.1", request("POST", "/auth/register", registration("newcomer"))))
                .assertStatusCode(201);
    }

    @Test
    void nobodysMailboxIsFlooded() {
        var forgot = "{\"email\":\"flooded@example.com\"}";
        for (int i = 0; i < 5; i++) {
            run(from("10.0.2." + i, request("POST", "/auth/forgot-password", forgot)))
                    .assertStatusCode(202);
        }

        run(from("10.0.2.9", request("POST", "/auth/forgot-password", forgot))).assertStatusCode(429);
    }

    private TestRouteResult login(String address, String username, String password) {
        var body = "{\"email\":\"%s@example.com\",\"password\":\"%s\"}".formatted(username, password);
        return run(from(address, request("POST", "/auth/login", body)));
    }
}
