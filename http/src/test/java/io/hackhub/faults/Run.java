package io.hackhub.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hackhub.system.Api;
import io.hackhub.system.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One seed on a running cluster: its faults while a crowd chats, then what the crowd saw.
final class Run {

    /// @param broken each promise that was broken, a line each
    record Result(
            long seed,
            Schedule schedule,
            Duration length,
            long acknowledged,
            long again,
            long read,
            List<String> broken) {

        ObjectNode json(String revision) {
            var json = Api.JSON
                    .createObjectNode()
                    .put("seed", seed)
                    .put("revision", revision)
                    .put("seconds", length.toSeconds())
                    .put("acknowledged", acknowledged)
                    .put("sentAgain", again)
                    .put("read", read);
            schedule.faults()
                    .forEach(step -> json.withArray("faults").add(step.fault().toString()));
            broken.forEach(line -> json.withArray("broken").add(line));
            return json;
        }
    }

    private Run() {}

    static Result of(long seed, Nodes nodes, Network network, Postgres postgres) {
        var schedule = Schedule.of(seed, nodes.count(), network.canCut());
        var begin = Instant.now();
        try (var crowd = new Crowd(folder(), nodes.all())) {
            var breaker = new Breaker(nodes, network, postgres, crowd::herd);
            for (var step : schedule.faults()) {
                Breaker.pass(step.after());
                breaker.apply(step.fault());
            }
            nodes.awaitReady();
            Breaker.pass(Duration.ofSeconds(1));
            crowd.finish();
            var seen = crowd.seen().stream().map(History.Timed::step).toList();
            return new Result(
                    seed,
                    schedule,
                    Duration.between(begin, Instant.now()),
                    seen.stream().filter(History.Acknowledged.class::isInstance).count(),
                    seen.stream()
                            .filter(step -> step instanceof History.Acknowledged ack && ack.duplicate())
                            .count(),
                    seen.stream().filter(History.Applied.class::isInstance).count(),
                    crowd.check());
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("hackhub-faults");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
