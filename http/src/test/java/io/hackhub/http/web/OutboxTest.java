package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Commands that wait for their answers.
class OutboxTest extends ModuleTest {

    private static final String OUTBOX = """
            const { Outbox } = await load("live/outbox.js");
            const box = new Outbox();
            const heard = [];
            let id = 1;
            const add = (cid, channel = "c") => box.add(cid, channel, "message.post", {}).then(() => heard.push("ok " + cid), (no) => heard.push(no.code + " " + cid));
            const send = (now = 0) => box.due(now).map((it) => ((it.id = id++), (it.sentAt = now), it.cid));
            const settle = () => new Promise((resolve) => setTimeout(resolve));
            """;

    @Test
    void eachIsSentOnceOnAConnection() {
        assertThat(run(OUTBOX + "add('1'); add('2'); return [send(), send()];"))
                .isEqualTo(List.of(List.of("1", "2"), List.of()));
    }

    @Test
    void whatHasNoAnswerIsSentAgainOnTheNextConnectionInOrder() {
        assertThat(run(OUTBOX + """
                add("1"); add("2"); add("3"); send();
                box.acked(2, { cid: "2" });
                box.disconnected();
                await settle();
                return [send(), heard];
                """)).isEqualTo(List.of(List.of("1", "3"), List.of("ok 2")));
    }

    @Test
    void aRetryableRefusalWaitsAndHoldsBackTheLaterOnesOfItsChannel() {
        assertThat(run(OUTBOX + """
                add("1"); send();
                box.refused(1, { code: "rate_limited", retryable: true, afterMs: 800 }, 1000, 50);
                add("2"); add("3", "other");
                return [send(1000), box.nextAt, send(1800)];
                """)).isEqualTo(List.of(List.of("3"), 1800, List.of("1", "2")));
    }

    @Test
    void aFinalRefusalIsToldAndForgotten() {
        assertThat(run(OUTBOX + """
                add("1"); send();
                box.refused(1, { code: "muted", retryable: false }, 0, 50);
                await settle();
                return [heard, box.size];
                """)).isEqualTo(List.of(List.of("muted 1"), 0));
    }

    @Test
    void retryingTheSameCidIsStillOneCommand() {
        assertThat(run(OUTBOX + """
                add("1"); add("1");
                const sent = send();
                box.acked(1, { cid: "1" });
                await settle();
                return [sent, heard];
                """)).isEqualTo(List.of(List.of("1"), List.of("ok 1", "ok 1")));
    }
}
