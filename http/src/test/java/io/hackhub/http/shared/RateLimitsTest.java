package io.hackhub.http.shared;

import static io.hackhub.http.shared.Answers.header;
import static io.hackhub.http.shared.Answers.slug;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hackhub.core.shared.UserId;
import io.hackhub.http.shared.RateLimits.Limit;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest extends JupiterRouteTest {

    private static final Limit THREE = new Limit("three", 3, Duration.ofSeconds(30));

    private final TestClock clock = new TestClock();
    private final RateLimits limits = new RateLimits(true, new Addresses(List.of()), clock);

    @Test
    void whatIsLeftIsSaidAndThenItIsOver() {
        assertThat(header(call(1), "RateLimit")).contains("\"three\";r=2;t=10");
        assertThat(header(call(1), "RateLimit-Policy")).contains("\"three\";q=3;w=30");
        call(1).assertStatusCode(200);

        var over = call(1).assertStatusCode(429);
        assertThat(slug(over)).isEqualTo("rate-limited");
        assertThat(header(over, "Retry-After")).contains("10");
        assertThat(header(over, "RateLimit")).contains("\"three\";r=0;t=30");
    }

    @Test
    void anotherUserHasABucketOfTheirOwn() {
        for (int i = 0; i < 4; i++) {
            call(2);
        }

        call(2).assertStatusCode(429);
        call(3).assertStatusCode(200);
    }

    @Test
    void timeFillsItAgainEvenly() {
        for (int i = 0; i < 4; i++) {
            call(4);
        }
        clock.forward(Duration.ofSeconds(10));

        call(4).assertStatusCode(200);
        call(4).assertStatusCode(429);
    }

    @Test
    void offIsOff() {
        var off = new RateLimits(false, new Addresses(List.of()), clock);
        for (int i = 0; i < 10; i++) {
            var answer = edge(off.by(THREE, "x", () -> Json.ok(List.of()))).run(HttpRequest.GET("/"));
            assertThat(header(answer.assertStatusCode(200), "RateLimit")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.9, 203.0.113.7, 203.0.113.7",
        "10.0.0.9, '1.1.1.1, 203.0.113.7', 203.0.113.7",
        "10.0.0.9, '203.0.113.7, 10.1.2.3', 203.0.113.7",
        "10.0.0.9, nonsense, 10.0.0.9",
        "10.0.0.9, '', 10.0.0.9",
        "192.0.2.1, 203.0.113.7, 192.0.2.1",
        "::1, 2001:db8::7, 2001:db8:0:0:0:0:0:7"
    })
    void onlyTrustedProxiesSayWhoTheClientIs(String peer, String forwarded, String client) {
        var addresses = new Addresses(List.of("10.0.0.0/8", "::1"));

        assertThat(addresses
                        .client(InetAddress.ofLiteral(peer), List.of(forwarded))
                        .getHostAddress())
                .isEqualTo(client);
    }

    @Test
    void ofIpv6TheCustomersNetworkCounts() {
        assertThat(Addresses.key(InetAddress.ofLiteral("2001:db8:1:2::1")))
                .isEqualTo(Addresses.key(InetAddress.ofLiteral("2001:db8:1:2:ffff::9")))
                .isNotEqualTo(Addresses.key(InetAddress.ofLiteral("2001:db8:1:3::1")));
    }

    @Test
    void aProxyThatIsNoAddressIsRefused() {
        for (var bad : Arrays.asList("proxy.example", "10.0.0.0/33", "10.0.0.0/x", "")) {
            assertThatThrownBy(() -> new Addresses(List.of(bad))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private TestRouteResult call(int user) {
        var caller = TestGuard.caller(new UserId(new UUID(0, user)), "u", false);
        return edge(limits.byUser(THREE, caller, () -> Json.ok(List.of()))).run(HttpRequest.GET("/"));
    }
}
