package io.hackhub.core.live;

import static io.hackhub.core.live.Fixture.deleted;
import static io.hackhub.core.live.Fixture.erased;
import static io.hackhub.core.live.Fixture.posted;
import static io.hackhub.core.live.Fixture.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RingTest {

    private final Ring ring = new Ring(4, 10_000, 10);

    @Test
    void anEmptyRingKnowsWhereTheLogEnds() {
        assertThat(ring.last()).isEqualTo(10);
        assertThat(ring.first()).isEqualTo(11);
        assertThat(ring.range(1, 20)).isEmpty();
    }

    @Test
    void onlyTheNextEventFits() {
        assertThatThrownBy(() -> ring.append(posted(12, "a"))).hasMessageContaining("expected: 11");
        assertThatThrownBy(() -> ring.append(posted(10, "a"))).hasMessageContaining("expected: 11");
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        for (long seq = 11; seq <= 16; seq++) {
            ring.append(posted(seq, "a"));
        }

        assertThat(ring.first()).isEqualTo(13);
        assertThat(ring.range(0, 99)).extracting(EventFrame::seq).containsExactly(13L, 14L, 15L, 16L);
    }

    @Test
    void theOldestGoesWhenTheyAreTooLarge() {
        var small = new Ring(100, 3_000, 0);
        for (long seq = 1; seq <= 5; seq++) {
            small.append(posted(seq, "x".repeat(1_000)));
        }

        assertThat(small.first()).isEqualTo(4);
        assertThat(small.bytes()).isLessThanOrEqualTo(3_000);
    }

    @Test
    void whatIsDeletedIsGoneFromWhatIsHeld() {
        ring.append(posted(11, "secret"));
        ring.append(posted(12, "kept"));
        ring.append(deleted(13, 11));

        var json = text(ring.range(11, 13));
        assertThat(json)
                .doesNotContain("secret")
                .contains("kept")
                .contains("\"text\":null")
                .contains("\"deleted\":true");
        assertThat(ring.bytes())
                .isEqualTo(ring.range(11, 13).stream()
                        .mapToInt(it -> it.json().length())
                        .sum());
    }

    @Test
    void anErasedPersonLeavesNeitherTextNorName() {
        ring.append(posted(11, "secret", user(1)));
        ring.append(posted(12, "kept", user(2)));
        ring.append(erased(13, user(1)));

        assertThat(text(ring.range(11, 13)))
                .doesNotContain("secret")
                .doesNotContain("name-1")
                .contains("name-2")
                .contains("kept");
    }

    @Test
    void aPageReadElsewhereIsRedactedByWhatTheRingHolds() {
        ring.append(deleted(11, 3));

        assertThat(text(ring.redacted(List.of(posted(3, "secret"), posted(4, "kept")))))
                .doesNotContain("secret")
                .contains("kept");
    }

    @Test
    void aPageIsRedactedByItself() {
        assertThat(text(Redactions.within(List.of(posted(3, "secret"), deleted(4, 3)))))
                .doesNotContain("secret");
    }

    private static String text(List<EventFrame> frames) {
        var all = new StringBuilder();
        frames.forEach(it -> all.append(new String(it.json().array(), UTF_8)));
        return all.toString();
    }
}
