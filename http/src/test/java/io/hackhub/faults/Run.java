package io.hackhub.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hackhub.system.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One schedule on a running cluster: its faults while a crowd chats and a judge scores, then what they saw.
final class Run {

    /// @param scores how many were taken
    /// @param slow sockets that were closed because they did not read, as far as their nodes lived to tell
    /// @param silences for each kill and each room of the killed node: from the kill to its next acknowledgement
    /// @param pauses for each planned leave and each room of that node: its longest silence meanwhile
    /// @param broken each promise that was broken, a line each
    record Result(
            Schedule schedule,
            Duration length,
            Crowd.Summary chat,
            int scores,
            int slow,
            List<Duration> silences,
            List<Duration> pauses,
            List<String> broken) {

        ObjectNode json(long seed, String revision) {
            var json = Api.JSON
                    .createObjectNode()
                    .put("seed", seed)
                    .put("revision", revision)
                    .put("seconds", length.toSeconds())
                    .put("acknowledged", chat.acknowledged())
                    .put("sentAgain", chat.sentAgain())
                    .put("read", chat.read())
                    .put("scores", scores)
                    .put("closedSlow", slow);
            schedule.steps()
                    .forEach(step -> json.withArray("faults").add(step.fault().toString()));
            silences.forEach(silence -> json.withArray("silencesMs").add(silence.toMillis()));
            pauses.forEach(pause -> json.withArray("pausesMs").add(pause.toMillis()));
            broken.forEach(line -> json.withArray("broken").add(line));
            return json;
        }
    }

    private Run() {}

    static Result of(Schedule schedule, Nodes nodes, Network network, Postgres postgres, Jury jury) {
        var begin = Instant.now();
        var folder = folder();
        try (var crowd = new Crowd(folder, nodes.all(), schedule.pace());
                var closes = new Closes(nodes)) {
            var scores = jury.start(nodes.all());
            var removals = crowd.removals();
            var breaker = new Breaker(nodes, network, postgres, crowd::herd);
            for (var step : schedule.steps()) {
                if (schedule.calm()) {
                    nodes.awaitReady();
                }
                Breaker.pass(step.after());
                breaker.apply(step.fault());
            }
            nodes.awaitReady();
            Breaker.pass(Duration.ofSeconds(1));
            removals.join();
            jury.stop();
            int taken = scores.join();
            crowd.finish();
            var broken = new ArrayList<>(crowd.check());
            broken.addAll(jury.check(nodes.all()));
            return new Result(
                    schedule,
                    Duration.between(begin, Instant.now()),
                    crowd.summary(),
                    taken,
                    closes.slow(),
                    Silence.afterKills(breaker.outages(), crowd.seen()),
                    Silence.whileLeaving(breaker.outages(), crowd.seen()),
                    broken);
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
