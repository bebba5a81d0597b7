package io.hackhub.core.account;

import static io.hackhub.core.account.AccountRig.PASSWORD;
import static io.hackhub.core.account.AccountRig.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.Recovery.Reset;
import io.hackhub.core.account.SignIn.Granted;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final String NEW_PASSWORD = "an entirely new password";
    private static final AccountRig rig = new AccountRig();

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void theMailedTokenVerifiesOnce() {
        var user = rig.register("verify-once").user();
        var token = rig.mailedToken();

        assertThat(get(rig.recovery.verifyEmail(user.id(), token))).isTrue();
        assertThat(get(rig.cards.user(user.id())).orElseThrow().emailVerified()).isTrue();
        assertThat(get(rig.recovery.verifyEmail(user.id(), token))).isFalse();
    }

    @Test
    void itVerifiesNobodyElse() {
        rig.register("verify-mine");
        var token = rig.mailedToken();
        var other = rig.register("verify-other").user();

        assertThat(get(rig.recovery.verifyEmail(other.id(), token))).isFalse();
    }

    @Test
    void afterADayItVerifiesNothing() {
        var user = rig.register("verify-late").user();
        var token = rig.mailedToken();
        rig.clock.forward(Duration.ofHours(24));

        assertThat(get(rig.recovery.verifyEmail(user.id(), token))).isFalse();
    }

    @Test
    void aVerifyingTokenResetsNoPassword() {
        rig.register("verify-only");

        assertThat(get(rig.recovery.resetPassword(rig.mailedToken(), NEW_PASSWORD)))
                .isEqualTo(new Reset.InvalidToken());
    }

    @Test
    void anUnknownAddressGetsNoMailAndAnAccountOne() {
        rig.register("forgetful");

        assertThat(get(rig.recovery.forgotPassword("nobody@example.com"))).isFalse();
        assertThat(get(rig.recovery.forgotPassword("FORGETFUL@example.com"))).isTrue();
        assertThat(rig.mails.getLast().text()).contains("https://hackhub.example/reset-password#");
    }

    @Test
    void aNewPasswordEndsAllSessionsAndVerifiesTheAddress() {
        var before = rig.register("renewed");
        get(rig.recovery.forgotPassword("renewed@example.com"));

        assertThat(get(rig.recovery.resetPassword(rig.mailedToken(), NEW_PASSWORD)))
                .isEqualTo(new Reset.Done());
        assertThat(rig.revocations.verify(before.accessToken())).isEmpty();
        assertThat(get(rig.accounts.refresh(before.refreshToken()))).isInstanceOf(SignIn.Refused.class);
        assertThat(get(rig.accounts.login("renewed@example.com", PASSWORD))).isInstanceOf(SignIn.Refused.class);
        var after = (Granted) get(rig.accounts.login("renewed@example.com", NEW_PASSWORD));
        assertThat(after.user().emailVerified()).isTrue();
    }

    @Test
    void aPoorPasswordLeavesTheTokenGood() {
        rig.register("hesitant");
        get(rig.recovery.forgotPassword("hesitant@example.com"));
        var token = rig.mailedToken();

        assertThat(get(rig.recovery.resetPassword(token, "short"))).isInstanceOf(Reset.WeakPassword.class);
        assertThat(get(rig.recovery.resetPassword(token, NEW_PASSWORD))).isEqualTo(new Reset.Done());
        assertThat(get(rig.recovery.resetPassword(token, NEW_PASSWORD))).isEqualTo(new Reset.InvalidToken());
    }

    @Test
    void ofTwoWithOneTokenOneWins() {
        rig.register("twice");
        get(rig.recovery.forgotPassword("twice@example.com"));
        var token = rig.mailedToken();
        var resets = IntStream.range(0, 4)
                .mapToObj(i -> rig.recovery.resetPassword(token, NEW_PASSWORD + i))
                .toList();

        assertThat(resets.stream().map(AccountRig::get).filter(new Reset.Done()::equals))
                .hasSize(1);
    }

    @Test
    void askingAgainMakesTheFirstLinkWorthless() {
        rig.register("impatient");
        get(rig.recovery.forgotPassword("impatient@example.com"));
        var first = rig.mailedToken();
        get(rig.recovery.forgotPassword("impatient@example.com"));

        assertThat(get(rig.recovery.resetPassword(first, NEW_PASSWORD))).isEqualTo(new Reset.InvalidToken());
        assertThat(get(rig.recovery.resetPassword(rig.mailedToken(), NEW_PASSWORD)))
                .isEqualTo(new Reset.Done());
    }
}
