package io.hackhub.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    private static final String A = "a".repeat(32);
    private static final String B = "b".repeat(32);

    @Test
    void theFirstSignsAndAllVerify() {
        var keys = SigningKeys.parse("new:" + A + ",old:" + B);

        assertThat(keys.signingKid()).isEqualTo("new");
        assertThat(keys.secret("old")).isPresent();
        assertThat(keys.secret("older")).isEmpty();
    }

    @Test
    void aSecretAloneGetsANameThatTellsNothing() {
        var keys = SigningKeys.parse(A);

        assertThat(keys.signingKid()).hasSize(8).isNotEqualTo(A.substring(0, 8));
        assertThat(keys.signingSecret()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "kid:short", ":aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a:%s,", "a:%s,a:%s"})
    void badSettingsAreRefusedWithoutShowingThem(String setting) {
        assertThatThrownBy(() -> SigningKeys.parse(setting.replace("%s", A)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("short:")
                .hasMessageNotContaining(A);
    }

    @Test
    void eachPurposeHasASecretOfItsOwn() {
        var keys = SigningKeys.parse(A);

        assertThat(keys.derived("idempotency")).hasSize(32).isNotEqualTo(keys.derived("other"));
    }
}
