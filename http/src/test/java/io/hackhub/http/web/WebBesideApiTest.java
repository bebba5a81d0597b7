package io.hackhub.http.web;

import static io.hackhub.http.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.JupiterRouteTest;
import java.net.URI;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.testkit.TestRoute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The web client's routes after the API's, as in the program.
class WebBesideApiTest extends JupiterRouteTest {

    private final Route api = pathPrefix("api", () -> path("login", () -> post(() -> Json.noContent())));
    private final Route web =
            new WebRoutes(ConfigFactory.load(), URI.create("ws://127.0.0.1:8081/api/v1/live")).routes();

    private final TestRoute routes = edge(concat(api, web));

    @ParameterizedTest
    @CsvSource({
        "POST, /api/login, 204, ''",
        "GET,  /api/login, 405, POST",
        "PUT,  /api/login, 405, POST",
        "GET,  /api/nowhere, 404, ''",
        "POST, /api/nowhere, 404, ''",
        "POST, /nowhere, 404, ''",
        "GET,  /nowhere, 404, ''",
        "GET,  /sign-in, 200, ''",
        "POST, /sign-in, 405, GET"
    })
    void whatIsNotHereIsNotFoundAndAWrongMethodIsOne(String method, String path, int status, String allow) {
        var request = HttpRequest.create(path)
                .withMethod(HttpMethods.lookup(method).orElseThrow())
                .addHeader(RawHeader.create("Accept", "text/html"));

        var answer = routes.run(request);

        answer.assertStatusCode(status);
        assertThat(header(answer, "Allow").orElse("")).isEqualTo(allow);
    }
}
