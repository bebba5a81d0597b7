package io.hackhub.core.account;

import static io.hackhub.core.account.AccountRig.PASSWORD;
import static io.hackhub.core.account.AccountRig.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.SignIn.Granted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AdminsTest {

    private static final AccountRig rig = new AccountRig();

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void anAbsentAdminIsMadeVerified() {
        var outcome = rig.admins.bootstrap("root@example.com", PASSWORD);
        var root = (Granted) get(rig.accounts.login("root@example.com", PASSWORD));

        assertThat(outcome.ok()).isTrue();
        assertThat(root.user().role()).isEqualTo(PlatformRole.ADMIN);
        assertThat(root.user().emailVerified()).isTrue();
        assertThat(rig.revocations.verify(root.accessToken()).orElseThrow().admin())
                .isTrue();
    }

    @Test
    void aVerifiedAccountBecomesAdminAndKeepsItsPassword() {
        var user = rig.register("promoted").user();
        get(rig.recovery.verifyEmail(user.id(), rig.mailedToken()));

        assertThat(rig.admins
                        .bootstrap("promoted@example.com", "another good password")
                        .ok())
                .isTrue();
        var after = (Granted) get(rig.accounts.login("promoted@example.com", PASSWORD));
        assertThat(after.user().role()).isEqualTo(PlatformRole.ADMIN);
    }

    @Test
    void anUnverifiedAccountOfThatAddressIsRefused() {
        rig.register("squatter");
        var outcome = rig.admins.bootstrap("squatter@example.com", PASSWORD);

        assertThat(outcome.ok()).isFalse();
        assertThat(outcome.line()).startsWith("HACKHUB_ADMIN_EMAIL");
        assertThat(get(rig.cards.byEmailOrUsername("squatter")).orElseThrow().role())
                .isEqualTo(PlatformRole.USER);
    }

    @Test
    void aPoorAdminPasswordIsRefusedWithoutShowingIt() {
        var outcome = rig.admins.bootstrap("weak@example.com", "password1234");

        assertThat(outcome.ok()).isFalse();
        assertThat(outcome.line()).startsWith("HACKHUB_ADMIN_PASSWORD").doesNotContain("password1234");
    }

    @Test
    void aTakenNameIsNoHindrance() {
        rig.register("boss");
        assertThat(rig.admins.bootstrap("boss@other.example", PASSWORD).ok()).isTrue();
        assertThat(rig.admins.bootstrap("+@short.example", PASSWORD).ok()).isTrue();
    }

    @Test
    void theCommandLineGrantsByAddressOrName() {
        rig.register("granted");

        assertThat(rig.admins.grant("granted").ok()).isTrue();
        assertThat(get(rig.cards.byEmailOrUsername("granted@example.com"))
                        .orElseThrow()
                        .role())
                .isEqualTo(PlatformRole.ADMIN);
        assertThat(rig.admins.grant("nobody").ok()).isFalse();
    }

    @Test
    void theCommandLineResetsAPassword() {
        var before = rig.register("locked-out");
        var line = rig.admins.resetPassword("locked-out").line();
        var password = line.substring(line.lastIndexOf(' ') + 1);

        assertThat(get(rig.accounts.login("locked-out@example.com", password))).isInstanceOf(Granted.class);
        assertThat(get(rig.accounts.login("locked-out@example.com", PASSWORD))).isInstanceOf(SignIn.Refused.class);
        get(rig.revocations.poll());
        assertThat(rig.revocations.verify(before.accessToken())).isEmpty();
    }
}
