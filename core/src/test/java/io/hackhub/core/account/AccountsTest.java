package io.hackhub.core.account;

import static io.hackhub.core.account.AccountRig.PASSWORD;
import static io.hackhub.core.account.AccountRig.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.Accounts.Newcomer;
import io.hackhub.core.account.SignIn.Granted;
import io.hackhub.core.account.SignIn.Reason;
import io.hackhub.core.account.SignIn.Refused;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final AccountRig rig = new AccountRig();

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void whoeverRegistersIsSignedInUnverifiedAndGetsAMail() {
        var granted = rig.register("newcomer");

        assertThat(granted.user().emailVerified()).isFalse();
        assertThat(granted.user().role()).isEqualTo(PlatformRole.USER);
        assertThat(rig.revocations.verify(granted.accessToken()))
                .hasValueSatisfying(
                        it -> assertThat(it.user()).isEqualTo(granted.user().id()));
        assertThat(rig.mails.getLast().to()).isEqualTo("newcomer@example.com");
        assertThat(rig.mails.getLast().text()).contains("https://hackhub.example/verify-email#");
    }

    @Test
    void anAddressIsTakenWhateverItsCase() {
        rig.register("first");

        assertThat(register("First@Example.COM", "second")).isEqualTo(new Refused(Reason.EMAIL_TAKEN));
        assertThat(register("other@example.com", "FIRST")).isEqualTo(new Refused(Reason.USERNAME_TAKEN));
    }

    @Test
    void manyAtOnceWithOneAddressMakeOneAccount() {
        var tries = IntStream.range(0, 6)
                .mapToObj(i -> rig.accounts.register(new Newcomer("rush@example.com", "rush" + i, "Rush", PASSWORD)))
                .toList();

        assertThat(tries.stream().map(AccountRig::get).filter(Granted.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aPoorPasswordMakesNoAccount() {
        assertThat(get(rig.accounts.register(new Newcomer("poor@example.com", "poor", "Poor", "password1234"))))
                .isEqualTo(new SignIn.WeakPassword(PasswordRules.Flaw.COMMON));
        assertThat(get(rig.cards.byEmailOrUsername("poor"))).isEmpty();
    }

    @Test
    void thePasswordIsStoredAsArgon2idOnly() {
        rig.register("hashed");
        var hash = rig.database.now(db ->
                Sql.first(db, "select password_hash from account where username = 'hashed'", row -> row.getString(1)));

        assertThat(hash.orElseThrow())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(PASSWORD);
    }

    @Test
    void anUnknownAddressAndAWrongPasswordGetTheSameAnswer() {
        rig.register("known");

        assertThat(login("known@example.com", PASSWORD)).isInstanceOf(Granted.class);
        assertThat(login("KNOWN@example.com", PASSWORD)).isInstanceOf(Granted.class);
        assertThat(login("known@example.com", "wrong password here"))
                .isEqualTo(login("unknown@example.com", PASSWORD))
                .isEqualTo(new Refused(Reason.BAD_CREDENTIALS));
    }

    @Test
    void anUnknownAddressTakesAsLongAsAWrongPassword() {
        rig.register("timed");
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int i = 0; i < 9; i++) {
            known.add(nanos(() -> login("timed@example.com", "wrong password here")));
            unknown.add(nanos(() -> login("nobody@example.com", "wrong password here")));
        }

        assertThat(median(unknown) / (double) median(known)).isBetween(0.5, 2.0);
    }

    @Test
    void whoeverHasNoPasswordCannotSignInByOne() {
        var person = rig.person();

        assertThat(login(person.email(), "")).isEqualTo(new Refused(Reason.BAD_CREDENTIALS));
        assertThat(login(person.email(), "nobody has this password")).isEqualTo(new Refused(Reason.BAD_CREDENTIALS));
    }

    @Test
    void suspendedPeopleAreOutAtOnceAndStayOut() {
        var granted = rig.register("suspended");
        var admin = rig.person().id();
        rig.revocations.revoked(rig.admins.suspend(granted.user().id(), true, admin));

        assertThat(rig.revocations.verify(granted.accessToken())).isEmpty();
        assertThat(login("suspended@example.com", PASSWORD)).isEqualTo(new Refused(Reason.SUSPENDED));
        assertThat(login("suspended@example.com", "wrong password here"))
                .isEqualTo(new Refused(Reason.BAD_CREDENTIALS));
        assertThat(get(rig.accounts.refresh(granted.refreshToken()))).isEqualTo(new Refused(Reason.BAD_CREDENTIALS));

        rig.admins.suspend(granted.user().id(), false, admin);
        assertThat(login("suspended@example.com", PASSWORD)).isInstanceOf(Granted.class);
    }

    @Test
    void demoPeopleSignInOnlyWhileTheDemoIsOpen() {
        var person = new Admins.DemoPerson("d@example.com", "demo-person", "D", Optional.of(PASSWORD));
        rig.admins.createDemoPerson(person);
        var closed = rig.accounts(false);

        assertThat(get(rig.accounts.loginDemo("demo-person"))).isInstanceOf(Granted.class);
        assertThat(get(closed.loginDemo("demo-person"))).isEqualTo(new Refused(Reason.BAD_CREDENTIALS));
        assertThat(get(closed.login("d@example.com", PASSWORD))).isEqualTo(new Refused(Reason.BAD_CREDENTIALS));
    }

    @Test
    void nobodyRealSignsInAtOneClick() {
        rig.register("real");

        assertThat(get(rig.accounts.loginDemo("real"))).isEqualTo(new Refused(Reason.BAD_CREDENTIALS));
    }

    @Test
    void refreshingKeepsTheSession() {
        var granted = rig.register("refreshing");
        var again = (Granted) get(rig.accounts.refresh(granted.refreshToken()));

        assertThat(session(again)).isEqualTo(session(granted));
    }

    @Test
    void aReusedTokenEndsTheSessionEverywhereAndTellsItsOwner() {
        var granted = rig.register("robbed");
        var next = (Granted) get(rig.accounts.refresh(granted.refreshToken()));
        rig.clock.forward(Duration.ofMinutes(1));

        assertThat(get(rig.accounts.refresh(granted.refreshToken()))).isEqualTo(new Refused(Reason.BAD_CREDENTIALS));
        assertThat(rig.told).contains(granted.user().id());
        assertThat(rig.revocations.verify(next.accessToken())).isEmpty();
        assertThat(get(rig.accounts.refresh(next.refreshToken()))).isEqualTo(new Refused(Reason.BAD_CREDENTIALS));
    }

    @Test
    void signingOutEndsThatSessionAndNoOther() {
        var one = rig.register("leaving");
        var other = (Granted) login("leaving@example.com", PASSWORD);

        get(rig.accounts.logout(session(one)));
        assertThat(rig.revocations.verify(one.accessToken())).isEmpty();
        assertThat(get(rig.accounts.refresh(one.refreshToken()))).isEqualTo(new Refused(Reason.BAD_CREDENTIALS));
        assertThat(rig.revocations.verify(other.accessToken())).isPresent();

        assertThat(get(rig.accounts.logout(other.refreshToken()))).isTrue();
        assertThat(rig.revocations.verify(other.accessToken())).isEmpty();
        assertThat(get(rig.accounts.logout(other.refreshToken()))).isFalse();
    }

    @Test
    void whatHasRunOutIsForgotten() {
        var granted = rig.register("old");
        rig.clock.forward(RefreshTokens.AT_MOST.plusDays(1));
        get(rig.accounts.tidy());

        var left = rig.database.now(db -> Sql.list(
                db,
                "select 1 from session where user_id = ?",
                row -> row.getInt(1),
                granted.user().id()));
        assertThat(left).isEmpty();
    }

    @Test
    void aRushOfSignInsIsRefusedRatherThanQueuedForEver() {
        try (var one = new Passwords(1, 2)) {
            var hashes =
                    IntStream.range(0, 20).mapToObj(_ -> one.hash(PASSWORD)).toList();
            var refused = hashes.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .count();

            assertThat(refused).isGreaterThan(10);
            assertThat(get(hashes.getFirst())).startsWith("$argon2id$");
        }
    }

    private static SignIn register(String email, String username) {
        return get(rig.accounts.register(new Newcomer(email, username, "Somebody", PASSWORD)));
    }

    private static SignIn login(String email, String password) {
        return get(rig.accounts.login(email, password));
    }

    private static SessionId session(Granted granted) {
        return rig.revocations
                .verify(granted.accessToken())
                .map(Verifier.Verified::session)
                .orElse(new SessionId(new UUID(0, 0)));
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
