package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.hackhub.system.Scenario.Hackathon;
import io.hackhub.system.Scenario.Person;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five hundred people want one of a hundred places in the same moment.
class RegistrationIT {

    private static final int PEOPLE = 500;
    private static final int PLACES = 100;
    private static final int WITHDRAWALS = 40;

    @TempDir
    Path folder;

    @Test
    void placesAreExactAndTheWaitingListKeepsItsOrderThroughACrash() throws Exception {
        var data = folder.resolve("data");
        try (var program = Program.ready(data, Program.Ports.free())) {
            var scenario = new Scenario(program.base());
            var hackathon = scenario.open(PLACES);
            var people = crowd(scenario);

            var answers = together(people, it -> register(hackathon, it));

            assertThat(answers)
                    .filteredOn(it -> status(it).equals("REGISTERED"))
                    .hasSize(PLACES);
            assertThat(answers)
                    .filteredOn(it -> status(it).equals("WAITLISTED"))
                    .extracting(it -> it.path("position").asInt())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, PEOPLE - PLACES).boxed().toList());
            var waiting = waitingList(hackathon);

            var leaving = people.stream()
                    .filter(it -> !waiting.contains(it.id()))
                    .limit(WITHDRAWALS)
                    .toList();
            together(
                    leaving,
                    it -> it.api()
                            .delete("/hackathons/" + hackathon.id() + "/register")
                            .ok());

            assertThat(waitingList(hackathon)).isEqualTo(waiting.subList(WITHDRAWALS, waiting.size()));
            assertThat(registered(hackathon)).hasSize(PLACES).containsAll(waiting.subList(0, WITHDRAWALS));
            waiting.subList(0, WITHDRAWALS).forEach(id -> assertWasTold(program, byId(people, id)));

            var before = waitingList(hackathon);
            program.kill();
            try (var again = Program.ready(data, program.ports())) {
                assertThat(again.isAlive()).isTrue();
                assertThat(waitingList(hackathon)).isEqualTo(before);
                assertThat(registered(hackathon)).hasSize(PLACES);
            }
        }
    }

    private static List<Person> crowd(Scenario scenario) throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var signingUp = IntStream.range(0, PEOPLE)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> scenario.person("visitor"), pool))
                    .toList();
            return signingUp.stream().map(CompletableFuture::join).toList();
        }
    }

    /// Runs `act` for all of them, released by one latch.
    private static <T> List<T> together(List<Person> people, Function<Person, T> act) throws Exception {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = people.stream()
                    .map(it -> pool.submit(() -> {
                        start.await();
                        return act.apply(it);
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /// As any client does: tries again while it is told to, and looks where it stands if an answer was lost.
    private static JsonNode register(Hackathon hackathon, Person person) {
        var here = "/hackathons/" + hackathon.id();
        var answer = patiently(() -> person.api().post(here + "/register", Map.of()));
        return answer.slug().equals("already-registered")
                ? patiently(() -> person.api().get(here)).ok().path("me").path("registration")
                : answer.ok();
    }

    private static Api.Answer patiently(Supplier<Api.Answer> ask) {
        var answer = once(ask);
        for (int tries = 0; answer.status() == 503 && tries < 20; tries++) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            answer = once(ask);
        }
        return answer;
    }

    private static Api.Answer once(Supplier<Api.Answer> ask) {
        try {
            return ask.get();
        } catch (UncheckedIOException connectionLost) {
            return new Api.Answer(503, MissingNode.getInstance());
        }
    }

    private static String status(JsonNode registration) {
        return registration.path("status").asText();
    }

    private static List<String> waitingList(Hackathon hackathon) {
        return registrations(hackathon).stream()
                .filter(it -> status(it).equals("WAITLISTED"))
                .sorted((a, b) -> Integer.compare(
                        a.path("position").asInt(), b.path("position").asInt()))
                .map(it -> it.path("user").path("id").asText())
                .toList();
    }

    private static List<String> registered(Hackathon hackathon) {
        return registrations(hackathon).stream()
                .filter(it -> status(it).equals("REGISTERED"))
                .map(it -> it.path("user").path("id").asText())
                .toList();
    }

    private static List<JsonNode> registrations(Hackathon hackathon) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = hackathon
                    .organizer()
                    .api()
                    .get("/hackathons/" + hackathon.id() + "/registrations?limit=100"
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .ok();
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return all;
    }

    private static Person byId(List<Person> people, String id) {
        return people.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /// Exactly one notification of the promotion stands in the inbox.
    private static void assertWasTold(Program program, Person person) {
        try (var live = LiveClient.connect(program.live(), person.token())) {
            var inbox = "user/" + person.id() + "/inbox";
            live.subscribe(inbox, 0).join();
            live.awaitFrame(it -> isPromotion(it, inbox));
            assertThat(live.events(inbox))
                    .filteredOn(it -> isPromotion(it, inbox))
                    .hasSize(1);
        }
    }

    private static boolean isPromotion(JsonNode frame, String inbox) {
        return frame.path("channel").asText().equals(inbox)
                && frame.path("kind").asText().equals("notification.created")
                && frame.path("data").path("kind").asText().contains("registration");
    }
}
