package io.hackhub.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.shared.Uuids;
import io.hackhub.system.Scenario.Person;
import io.hackhub.system.Scenario.Team;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever comes in gets a clear answer, and the program is there for the next caller.
class BadInputIT {

    private static final SplittableRandom RANDOM = new SplittableRandom(3);

    @TempDir
    static Path folder;

    private static Program program;
    private static Scenario scenario;
    private static Person ada;
    private static Person stranger;
    private static Team team;

    @BeforeAll
    static void start() {
        program = Program.start(folder.resolve("data"), Program.Ports.free(), Map.of("HACKHUB_DEMO", "false"));
        program.awaitReady();
        scenario = new Scenario(program.base());
        var hackathon = scenario.open(10);
        ada = scenario.registered("ada", hackathon);
        stranger = scenario.person("stranger");
        team = scenario.team(hackathon, ada);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @AfterEach
    void isStillThere() {
        assertThat(scenario.guest().get("/about").status()).isEqualTo(200);
        try (var live = LiveClient.connect(program.live(), ada.token())) {
            assertThat(LiveClient.type(LiveClient.await(live.subscribe(team.chat()))))
                    .isEqualTo("subscribed");
        }
        assertThat(program.output()).doesNotContain("OutOfMemoryError", "StackOverflowError");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {"type": | 4400
                [] | 4400
                {"no":"type"} | 4400
                """)
    void whatIsNoEnvelopeClosesTheConnection(String text, int code) {
        try (var live = LiveClient.connect(program.live(), ada.token())) {
            live.sendText(text);
            assertThat(code(live)).isEqualTo(code);
        }
    }

    @Test
    void anUnknownTypeChangesNothing() {
        try (var live = LiveClient.connect(program.live(), ada.token())) {
            live.sendText("{\"type\":\"dance\",\"id\":4711}");
            assertThat(LiveClient.type(LiveClient.await(live.subscribe(team.chat()))))
                    .isEqualTo("subscribed");
        }
    }

    @Test
    void aFrameOfAMegabyteClosesTheConnection() {
        try (var live = LiveClient.connect(program.live(), ada.token())) {
            live.sendText("{\"type\":\"x\",\"pad\":\"" + "x".repeat(1 << 20) + "\"}");
            assertThat(code(live)).isEqualTo(1009);
        }
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        try (var live = LiveClient.connect(program.live(), ada.token())) {
            assertThat(refusal(live, team.chat(), "x".repeat(10_001))).isIn("bad_request", "too_large");
        }
        assertThat(postOverHttp("x".repeat(100_000)).status()).isIn(413, 422);
    }

    @Test
    void nestingAHundredThousandDeepIsHarmless() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(ada.api()
                        .postRaw("/organizations", ("{\"name\":" + deep + "}").getBytes(UTF_8), "application/json")
                        .slug())
                .isEqualTo("unreadable");
        try (var live = LiveClient.connect(program.live(), ada.token())) {
            live.sendText("{\"type\":\"subscribe\",\"id\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
            assertThat(code(live)).isEqualTo(4400);
        }
    }

    @Test
    void invalidUtf8IsUnreadable() {
        assertThat(ada.api()
                        .postRaw(
                                "/organizations",
                                new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'},
                                "application/json")
                        .slug())
                .isEqualTo("unreadable");
    }

    @Test
    void aBodyOfTwentyMegabytesIsTooLarge() {
        assertThat(ada.api()
                        .postRaw("/organizations", new byte[20 << 20], "application/json")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void tokensThatWeDidNotSignAreRefusedEverywhere() {
        for (var token : List.of("nonsense", foreignSigned(), algNone(), expiredLooking())) {
            assertThat(scenario.guest().as(token).get("/users/profile").slug())
                    .as(token)
                    .isEqualTo("unauthenticated");
            try (var live = LiveClient.open(program.live(), _ -> {})) {
                live.send(Map.of("type", "auth", "token", token));
                assertThat(code(live)).isEqualTo(4401);
            }
        }
    }

    @Test
    void aChannelThatIsNotOnesOwnIsDeniedAndOneThatIsNotThereIsNotFound() {
        try (var live = LiveClient.connect(program.live(), stranger.token())) {
            var foreign = LiveClient.await(live.subscribe(team.chat()));
            var missing = LiveClient.await(live.subscribe("team/" + UUID.randomUUID() + "/chat"));
            assertThat(foreign.path("code").asText()).isEqualTo("denied");
            assertThat(missing.path("code").asText()).isEqualTo("not_found");
            assertThat(LiveClient.await(live.subscribe("nonsense")).path("code").asText())
                    .isIn("not_found", "bad_request");
        }
    }

    @Test
    void tenThousandCommandsASecondAreSlowedDownOrCutOff() {
        try (var live = LiveClient.connect(program.live(), ada.token())) {
            flood(live);
            var deadline = Instant.now().plusSeconds(10);
            while (!isSlowedDown(live) && Instant.now().isBefore(deadline)) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            assertThat(isSlowedDown(live)).isTrue();
        }
    }

    private static void flood(LiveClient live) {
        try {
            for (int i = 0; i < 10_000; i++) {
                var _ = live.command(team.chat(), cid(), "message.post", Map.of("text", "flood"));
            }
        } catch (IllegalStateException | CompletionException cutOff) {
            assertThat(live.closed.orTimeout(10, TimeUnit.SECONDS).join()).isIn(4429, 1006);
        }
    }

    /// Either is told, or both: a close, or the reset that follows it, may overtake what was not read yet.
    private static boolean isSlowedDown(LiveClient live) {
        return List.of(4429, 1006).contains(live.closed.getNow(0))
                || !live.all(it -> it.path("code").asText().equals("rate_limited"))
                        .isEmpty();
    }

    @Test
    void aConnectionThatNeverSignsInIsClosed() throws IOException {
        try (var silent =
                new Socket(InetAddress.getLoopbackAddress(), program.ports().live())) {
            silent.setSoTimeout(15_000);
            silent.getOutputStream().write(upgrade().getBytes(UTF_8));
            var everything = new String(silent.getInputStream().readAllBytes(), UTF_8);
            assertThat(everything).startsWith("HTTP/1.1 101").contains("\"type\":\"hello\"");
        }
    }

    private static String upgrade() {
        return """
            GET /api/v1/live HTTP/1.1\r
            Host: 127.0.0.1:%d\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: %s\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Protocol: hackhub.v1\r
            \r
            """.formatted(program.ports().live(), Base64.getEncoder().encodeToString(new byte[16]));
    }

    private static Api.Answer postOverHttp(String text) {
        return ada.api()
                .post(
                        "/channels/" + team.chat() + "/commands",
                        Map.of("cid", cid(), "kind", "message.post", "data", Map.of("text", text)));
    }

    private static String refusal(LiveClient live, String channel, String text) {
        return LiveClient.await(live.command(channel, cid(), "message.post", Map.of("text", text)))
                .path("code")
                .asText();
    }

    private static int code(LiveClient live) {
        return live.closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static String cid() {
        return Uuids.v7(Instant.now(), RANDOM).toString();
    }

    private static String foreignSigned() {
        var parts = ada.token().split("\\.", -1);
        return parts[0] + "." + parts[1] + "." + encode("not the signature of ours, no");
    }

    private static String algNone() {
        return encode("{\"alg\":\"none\"}") + "." + ada.token().split("\\.", -1)[1] + ".";
    }

    private static String expiredLooking() {
        var parts = ada.token().split("\\.", -1);
        return parts[0] + "." + encode("{\"sub\":\"" + ada.id() + "\",\"exp\":1}") + "." + parts[2];
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
