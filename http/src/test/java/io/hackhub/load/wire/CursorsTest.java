package io.hackhub.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.load.wire.Cursors.Step;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private final Cursors cursors = new Cursors(List.of("team/1/chat", "team/12/chat"));

    @Test
    void aCursorGoesOnWithEachEventOfItsOwnChannel() {
        cursors.begin(0, subscribed(3, 1));
        cursors.begin(1, subscribed(9, 10));

        assertThat(cursors.read(event("team/1/chat", 1))).isEqualTo(Step.NEXT);
        assertThat(cursors.read(event("team/12/chat", 10))).isEqualTo(Step.NEXT);
        assertThat(cursors.read(event("team/1/chat", 2))).isEqualTo(Step.NEXT);
        assertThat(cursors.last(0)).isEqualTo(2);
        assertThat(cursors.last(1)).isEqualTo(10);
    }

    @Test
    void whatComesTwiceIsKnownAndWhatIsMissingIsAGap() {
        cursors.begin(0, subscribed(3, 1));
        cursors.read(event("team/1/chat", 1));

        assertThat(cursors.read(event("team/1/chat", 1))).isEqualTo(Step.KNOWN);
        assertThat(cursors.read(event("team/1/chat", 3))).isEqualTo(Step.GAP);
    }

    @Test
    void aSubscriptionTellsWhatItSkipsAndWhetherTheServerKnowsLess() {
        cursors.begin(0, subscribed(3, 4));

        assertThat(cursors.isBehind(0, subscribed(2, 1))).isTrue();
        assertThat(cursors.isBehind(0, subscribed(3, 4))).isFalse();
        assertThat(cursors.begin(0, subscribed(1_000, 801))).isEqualTo(797);
        assertThat(cursors.read(event("team/1/chat", 801))).isEqualTo(Step.NEXT);
    }

    private static ByteBuf subscribed(long head, long from) {
        return bytes(
                "{\"type\":\"subscribed\",\"id\":1,\"head\":%d,\"from\":%d,\"complete\":true}".formatted(head, from));
    }

    private static ByteBuf event(String channel, long seq) {
        return bytes("{\"type\":\"event\",\"channel\":\"%s\",\"seq\":%d,\"data\":{}}".formatted(channel, seq));
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, UTF_8);
    }
}
