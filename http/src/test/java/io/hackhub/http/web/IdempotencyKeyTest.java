package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// When a form that creates something sends the same key again, and when another one.
class IdempotencyKeyTest extends ModuleTest {

    private static final String FORM = """
            const { IdempotencyKey } = await load("api/idempotency-key.js");
            const { Problem } = await load("api/problem.js");
            const form = new IdempotencyKey(), keys = [];
            const send = (content, status, slug = "x") => form.use({ content }, async (key) => {
              if (!keys.includes(key)) keys.push(key);
              used.push(keys.indexOf(key));
              if (status >= 300 || status === 0) throw new Problem({ type: "/problems/" + slug }, status);
            }).catch((problem) => problem.message);
            const used = [];
            """;

    @Test
    void whatIsSentAgainAfterALostAnswerHasTheSameKey() {
        assertThat(run(FORM + "await send('a', 0); await send('b', 503); await send('b', 201); return used;"))
                .isEqualTo(List.of(0, 0, 0));
    }

    @Test
    void whatARefusalMadeSomebodyChangeIsAnotherRequest() {
        assertThat(run(FORM + "await send('a', 422); await send('a', 422); await send('b', 201); return used;"))
                .isEqualTo(List.of(0, 0, 1));
    }

    @Test
    void afterAYesTheNextOneIsAnother() {
        assertThat(run(FORM + "await send('a', 201); await send('a', 201); return used;"))
                .isEqualTo(List.of(0, 1));
    }

    @Test
    void whereTheFirstHadArrivedAfterAllTheReaderHearsOfItOnce() {
        assertThat(run(FORM + """
                await send("a", 0);
                const told = await send("b", 422, "idempotency-mismatch");
                await send("b", 201);
                return [...used, told.includes("arrived after all")];
                """)).isEqualTo(List.of(0, 0, 1, true));
    }

    @Test
    void keysDoNotMoveTheClockOfCommands() {
        assertThat(run(FORM + """
                const { timeOf, uuidv7 } = await load("live/uuid.js");
                await send("a", 201);
                return timeOf(uuidv7(1500000000000));
                """)).isEqualTo(1_500_000_000_000d);
    }

    @Test
    void withoutASecureContextThereAreKeysToo() {
        assertThat(run(FORM + """
                Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
                try { await new IdempotencyKey().use({}, async (key) => keys.push(key)); } finally { delete crypto.randomUUID; }
                return keys[0].length;
                """)).isEqualTo(32);
    }
}
