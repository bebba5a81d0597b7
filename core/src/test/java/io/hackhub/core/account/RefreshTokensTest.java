package io.hackhub.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.RefreshTokens.Invalid;
import io.hackhub.core.account.RefreshTokens.Issued;
import io.hackhub.core.account.RefreshTokens.Outcome;
import io.hackhub.core.account.RefreshTokens.Reused;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokensTest {

    private static final AccountRig rig = new AccountRig();

    private final RefreshTokens tokens = tokens(AccountRig.KEYS);
    private User user = rig.person();

    @BeforeEach
    void somebodyNew() {
        user = rig.person();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void eachUseGivesANewOneOfTheSameFamily() {
        var first = start();
        var second = issued(refresh(first.token()));
        var third = issued(refresh(second.token()));

        assertThat(third.session()).isEqualTo(first.session());
        assertThat(third.user()).isEqualTo(user.id());
        assertThat(new HashSet<>(java.util.List.of(first.token(), second.token(), third.token())))
                .hasSize(3);
    }

    @Test
    void theOneJustBeforeGetsTheSameSuccessorWithinHalfAMinute() {
        var first = start();
        var second = issued(refresh(first.token()));

        rig.clock.forward(Duration.ofSeconds(29));
        assertThat(refresh(first.token())).isEqualTo(second);
        assertThat(refresh(second.token())).isInstanceOf(Issued.class);
    }

    @Test
    void afterHalfAMinuteAUsedOneEndsItsFamily() {
        var first = start();
        var second = issued(refresh(first.token()));

        rig.clock.forward(Duration.ofSeconds(30));
        assertThat(refresh(first.token())).isEqualTo(new Reused(first.session(), user.id()));
        assertThat(refresh(second.token())).isEqualTo(new Invalid());
        assertThat(refresh(first.token())).isEqualTo(new Invalid());
    }

    @Test
    void onceTheSuccessorWasUsedAUsedOneEndsItsFamily() {
        var first = start();
        var second = issued(refresh(first.token()));
        var third = issued(refresh(second.token()));

        assertThat(refresh(first.token())).isInstanceOf(Reused.class);
        assertThat(refresh(third.token())).isEqualTo(new Invalid());
    }

    @RepeatedTest(10)
    void manyAtOnceWithOneTokenGetOneSuccessor() {
        var first = start();
        var outcomes = IntStream.range(0, 8)
                .mapToObj(_ -> rig.database.run(db -> tokens.refresh(db, first.token())))
                .toList();
        CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new)).join();

        assertThat(outcomes.stream().map(CompletableFuture::join).distinct())
                .hasSize(1)
                .first()
                .isInstanceOf(Issued.class);
    }

    @Test
    void theGraceOutlivesARotationOfKeys() {
        var first = start();
        var second = issued(refresh(first.token()));
        var rotated = tokens(SigningKeys.parse("two:" + "b".repeat(32) + ",one:" + "a".repeat(32)));

        assertThat(rig.database.<Outcome>now(db -> rotated.refresh(db, first.token())))
                .isEqualTo(second);
    }

    @Test
    void itSlidesSevenDaysAndEndsAfterThirty() {
        var token = start().token();
        for (int day = 0; day < 24; day += 6) {
            rig.clock.forward(Duration.ofDays(6));
            token = issued(refresh(token)).token();
        }
        rig.clock.forward(Duration.ofDays(5));
        var last = issued(refresh(token));

        assertThat(last.expires()).isEqualTo(rig.clock.instant().plus(Duration.ofDays(1)));
        rig.clock.forward(Duration.ofDays(1));
        assertThat(refresh(last.token())).isEqualTo(new Invalid());
    }

    @Test
    void unusedForSevenDaysItIsNothing() {
        var first = start();

        rig.clock.forward(Duration.ofDays(7));
        assertThat(refresh(first.token())).isEqualTo(new Invalid());
    }

    @Test
    void theTokenItselfIsNotStored() {
        var first = start();
        var stored = rig.database.now(db -> io.hackhub.core.shared.Sql.list(
                db, "select encode(hash, 'base64') from refresh_token", row -> row.getString(1)));

        assertThat(stored)
                .noneMatch(it -> it.replace('+', '-').replace('/', '_').startsWith(first.token()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void anUnknownOneIsNothing(String token) {
        assertThat(refresh(token)).isEqualTo(new Invalid());
    }

    private static RefreshTokens tokens(SigningKeys keys) {
        return new RefreshTokens(keys, rig.clock, new SecureRandom());
    }

    private Issued start() {
        return rig.database.now(db -> tokens.start(db, user.id()));
    }

    private Outcome refresh(String token) {
        return rig.database.now(db -> tokens.refresh(db, token));
    }

    private static Issued issued(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Issued.class);
        return (Issued) outcome;
    }
}
