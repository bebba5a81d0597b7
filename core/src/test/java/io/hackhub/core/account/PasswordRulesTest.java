package io.hackhub.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.PasswordRules.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @Test
    void elevenCharactersAreTooFewAndTwelveEnough() {
        assertThat(flaw("zt4kd8wqm2x")).contains(Flaw.TOO_SHORT);
        assertThat(flaw("zt4kd8wqm2xv")).isEmpty();
    }

    @Test
    void charactersAreCountedNotBytes() {
        assertThat(flaw("🐙".repeat(6))).contains(Flaw.TOO_SHORT);
        assertThat(flaw("žluťoučký kůň úpěl")).isEmpty();
    }

    @Test
    void over128CharactersAreTooMany() {
        assertThat(flaw("x7".repeat(20) + "q".repeat(89))).contains(Flaw.TOO_LONG);
        assertThat(flaw("x7".repeat(20) + "q".repeat(88))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234", "PASSWORD1234!", "123456789012", "qwertyuiopas", "aaaaaaaaaaaa", "abcabcabcabc",
                "passwordpassword", "sunshine2024!!", "!!!!letmein!!!!", "hackhub2026!", "adalovelace123",
                        "ada@example.com"
            })
    void whatAnybodyWouldTryFirstIsCommon(String password) {
        assertThat(flaw(password)).contains(Flaw.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "832750192846", "alllowercaseletters", "Tr0ub4dor&3xyz"})
    void noMixOfKindsIsAsked(String password) {
        assertThat(flaw(password)).isEmpty();
    }

    private static java.util.Optional<Flaw> flaw(String password) {
        return PasswordRules.flaw(password, "adalovelace", "ada@example.com");
    }
}
