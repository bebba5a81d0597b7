package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.http.watch.Operations;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a running HackHub shows to those on call.
class OperationsIT {

    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_][a-zA-Z0-9_]*)[{ ]", Pattern.MULTILINE);

    /// A misspelt name in a query is an alert that never fires.
    @Test
    void everyMetricOfDashboardAlertsAndHandbookIsThere() throws Exception {
        var program = Instance.demo().program();
        var api = Api.at(program.base());
        assertThat(api.get("/about").status()).isEqualTo(200);
        assertThat(api.get("/hackathons/there-is-none").slug()).isEqualTo("not-found");

        var names = new TreeSet<String>();
        var metrics = metrics(program);
        SAMPLE.matcher(metrics).results().forEach(sample -> names.add(sample.group(1)));

        assertThat(names).containsAll(Operations.metrics());
        assertThat(metrics)
                .contains("hackhub_http_refusals_total{problem=\"not-found\"}")
                .contains("hackhub_cluster_members{status=\"up\"} 1.0");
    }

    private static String metrics(Program program) throws Exception {
        var address = URI.create(
                "http://127.0.0.1:%d/metrics".formatted(program.ports().management()));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
