package io.hackhub.http.statistics;

import static io.hackhub.http.hackathon.TestHackathon.ADMIN;
import static io.hackhub.http.hackathon.TestHackathon.NINE;
import static io.hackhub.http.hackathon.TestHackathon.ORGANIZER;
import static io.hackhub.http.hackathon.TestHackathon.SPRING;
import static io.hackhub.http.hackathon.TestHackathon.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.statistics.Figures;
import io.hackhub.core.statistics.Figures.Coming;
import io.hackhub.core.statistics.Figures.Count;
import io.hackhub.http.hackathon.TestHackathon;
import io.hackhub.http.shared.Addresses;
import io.hackhub.http.shared.Answers;
import io.hackhub.http.shared.JupiterRouteTest;
import io.hackhub.http.shared.RateLimits;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.testkit.TestRoute;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatisticsRoutesTest extends JupiterRouteTest {

    private TestHackathon hackathon;
    private boolean limited;

    @BeforeEach
    void fresh() {
        hackathon = new TestHackathon(actors);
    }

    static Stream<Arguments> callers() {
        return TestHackathon.organizersGet(200);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void itIsForOrganizers(@Nullable UserId caller, int status) {
        get(routes(caller)).assertStatusCode(status);
    }

    @Test
    void anAdminWhoLooksIsOnRecord() {
        get(routes(ORGANIZER)).assertStatusCode(200);
        assertThat(hackathon.audited).isEmpty();
        get(routes(ADMIN)).assertStatusCode(200);
        assertThat(hackathon.audited).containsExactly("SEE_STATISTICS hackathon/" + SPRING);
    }

    @Test
    void aDraftIsNotFoundByOthers() {
        hackathon.status = HackathonStatus.DRAFT;

        get(routes(ORGANIZER)).assertStatusCode(200);
        get(routes(STRANGER)).assertStatusCode(404);
    }

    @Test
    void theFiguresHaveTheContractsShape() {
        get(routes(ORGANIZER)).assertEntity("""
                {"registrations":[{"at":"2026-03-01T09:00:00Z","registered":3,"waitlisted":2,"cancelled":1}],\
                "messages":[{"at":"2026-03-01T09:00:00Z","count":4}],"present":5,\
                "teams":{"byStatus":{"FULL":6}},"submissions":[]}""");
    }

    @Test
    void whoAsksWithoutEndIsHeldBack() {
        limited = true;
        var routes = routes(ORGANIZER);

        for (int i = 0; i < StatisticsRoutes.LIMIT.quota(); i++) {
            get(routes).assertStatusCode(200);
        }

        assertThat(Answers.slug(get(routes).assertStatusCode(429))).isEqualTo("rate-limited");
    }

    private static TestRouteResult get(TestRoute routes) {
        return routes.run(HttpRequest.GET("/hackathons/spring/statistics"));
    }

    private TestRoute routes(@Nullable UserId caller) {
        return edge(new StatisticsRoutes(
                        hackathon.visits(caller),
                        new RateLimits(limited, new Addresses(List.of()), () -> NINE),
                        _ -> CompletableFuture.completedFuture(new Figures(
                                List.of(new Coming(NINE, 3, 2, 1)),
                                List.of(new Count(NINE, 4)),
                                5,
                                new Figures.Teams(Map.of("FULL", 6L)),
                                List.of())))
                .routes());
    }
}
