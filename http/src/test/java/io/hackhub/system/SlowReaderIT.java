package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.shared.Uuids;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client that never reads is cut off before it costs much memory; who reads does not notice.
class SlowReaderIT {

    private static final int MESSAGES = 1_500;
    private static final String LONG_TEXT = "x".repeat(9_000);

    @TempDir
    Path folder;

    @Test
    void aClientThatNeverReadsIsCutOffAndTheOthersGetEverything() {
        try (var program = Program.ready(folder.resolve("data"), Program.Ports.free())) {
            var scenario = new Scenario(program.base());
            var hackathon = scenario.open(10);
            var team = scenario.team(hackathon, scenario.registered("leader", hackathon));
            var deafPerson = scenario.member("deaf", hackathon, team);
            var deaf = neverReads(program, deafPerson.token(), team.chat());
            try (var live = LiveClient.connect(program.live(), team.leader().token())) {
                LiveClient.await(live.subscribe(team.chat()));
                var from = post(live, team.chat());
                live.awaitFrame(it -> it.path("seq").asLong() == from + MESSAGES - 1
                        && LiveClient.type(it).equals("event"));
                assertThat(live.events(team.chat()))
                        .extracting(it -> it.path("seq").asLong())
                        .containsSequence(
                                LongStream.range(from, from + MESSAGES).boxed().toList());
            }
            assertThat(deaf.isOutputClosed() || isRefused(deaf)).isTrue();
        }
    }

    private static long post(LiveClient live, String channel) {
        var random = new SplittableRandom(5);
        var answers = new ArrayList<CompletableFuture<JsonNode>>();
        for (int i = 0; i < MESSAGES; i++) {
            answers.add(live.command(
                    channel, Uuids.v7(Instant.now(), random).toString(), "message.post", Map.of("text", LONG_TEXT)));
            LiveClient.await(answers.getLast());
        }
        return LiveClient.await(answers.getFirst()).path("seq").asLong();
    }

    private static WebSocket neverReads(Program program, String token, String channel) {
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("hackhub.v1")
                .buildAsync(program.live(), new WebSocket.Listener() {
                    @Override
                    public void onOpen(WebSocket opened) {
                        // Asks for nothing: what comes stays in the kernel's buffers.
                    }
                })
                .join();
        socket.sendText("{\"type\":\"auth\",\"token\":\"" + token + "\"}", true).join();
        socket.sendText("{\"type\":\"subscribe\",\"id\":1,\"channel\":\"" + channel + "\"}", true)
                .join();
        return socket;
    }

    /// Whether the other side has gone: sooner or later a write to it fails.
    private static boolean isRefused(WebSocket socket) {
        for (int i = 0; i < 100; i++) {
            if (socket.sendText("{\"type\":\"ping?\"}", true)
                    .handle((_, failure) -> failure != null)
                    .join()) {
                return true;
            }
        }
        return false;
    }
}
