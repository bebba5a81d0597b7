package io.hackhub.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// What a program tells on its `/metrics` page.
public record Metrics(String page) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static Metrics of(Program program) {
        var request = HttpRequest.newBuilder(program.management().resolve("/metrics"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return new Metrics(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// The sum of all samples that begin so, as in `hackhub_live_closes_total{code="4008"`; 0 where there is none.
    public double sum(String begin) {
        return page.lines()
                .filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
