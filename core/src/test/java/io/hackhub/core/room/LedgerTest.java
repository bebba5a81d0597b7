package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.cid;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.room.Ledger.Accepted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void remembersTheLastHundredThousand() {
        for (int i = 0; i <= Ledger.MOST; i++) {
            add(ledger, i, NOW.plusMillis(i));
        }

        assertThat(ledger.find(cid(0, NOW))).isEmpty();
        assertThat(ledger.mayBeForgotten(cid(0, NOW))).isTrue();
        assertThat(ledger.find(cid(1, NOW.plusMillis(1)))).isPresent();
        assertThat(ledger.mayBeForgotten(cid(9, NOW.plusMillis(1)))).isFalse();
    }

    @Test
    void remembersNothingLongerThanADay() {
        add(ledger, 1, NOW);
        add(ledger, 2, NOW.plus(Duration.ofHours(1)));
        add(ledger, 3, NOW.plus(Duration.ofHours(24)).plusMillis(1));

        assertThat(ledger.find(cid(1, NOW))).isEmpty();
        assertThat(ledger.mayBeForgotten(cid(77, NOW.minusSeconds(1)))).isTrue();
        assertThat(ledger.mayBeForgotten(cid(77, NOW.plusMillis(1)))).isFalse();
    }

    @Test
    void aForkSeesAllAndChangesNothing() {
        add(ledger, 1, NOW);
        var fork = ledger.fork();
        add(fork, 2, NOW);
        fork.blur(cid(1, NOW));

        assertThat(fork.find(cid(1, NOW))).map(Accepted::digest).contains(Ledger.ANY);
        assertThat(ledger.find(cid(1, NOW))).map(Accepted::digest).contains(5);
        assertThat(ledger.find(cid(2, NOW))).isEmpty();
    }

    @Test
    void survivesBeingPacked() {
        add(ledger, 1, NOW);
        ledger.add(new Accepted(cid(2), null, 7, 2, NOW));
        var restored = Ledger.restored(Packed.commands(Packed.commands(ledger.entries())), ledger.forgotten());

        assertThat(restored.entries()).isEqualTo(ledger.entries());
    }

    private static void add(Ledger ledger, int number, Instant at) {
        ledger.add(new Accepted(cid(number, at), ADA.id(), 5, number, at));
    }
}
