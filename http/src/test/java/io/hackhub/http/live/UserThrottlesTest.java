package io.hackhub.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserThrottlesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final UserId ADA = new UserId(new UUID(3, 3));
    private static final UserId BOB = new UserId(new UUID(3, 4));

    private final UserThrottles users = new UserThrottles();

    @Test
    void allConnectionsOfAPersonTakeFromOneAllowance() {
        drain(users.enter(ADA, NOW));

        assertThat(users.enter(ADA, NOW).take(NOW)).isPositive();
        assertThat(users.enter(BOB, NOW).take(NOW)).isZero();
    }

    @Test
    void theAllowanceOutlivesTheLastConnection() {
        drain(users.enter(ADA, NOW));
        users.leave(ADA, NOW);

        var later = NOW.plusMillis(50);
        var again = users.enter(ADA, later);

        assertThat(again.take(later)).isZero();
        assertThat(again.take(later)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void whoHasTakenNothingIsForgottenAtOnce() {
        users.enter(ADA, NOW);
        users.enter(ADA, NOW);
        users.leave(ADA, NOW);
        assertThat(users.size()).isOne();

        users.leave(ADA, NOW);

        assertThat(users.size()).isZero();
    }

    @Test
    void anAllowanceIsForgottenWhenItIsWholeAgain() {
        drain(users.enter(ADA, NOW));
        users.leave(ADA, NOW);

        users.enter(BOB, NOW.plusMillis(2_999));
        assertThat(users.size()).isEqualTo(2);
        users.enter(BOB, NOW.plusMillis(3_000));

        assertThat(users.size()).isOne();
    }

    private static void drain(Allowance commands) {
        for (int i = 0; i < 60; i++) {
            assertThat(commands.take(NOW)).isZero();
        }
    }
}
