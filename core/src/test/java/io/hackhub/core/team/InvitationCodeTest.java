package io.hackhub.core.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.shared.TeamId;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationCodeTest {

    private static final TeamId TEAM = new TeamId(new UUID(0x0123456789abcdefL, 0x8edcba9876543210L));

    @Test
    void readsWhatItWrites() {
        var code = InvitationCode.create(TEAM, new Random(1));

        assertThat(InvitationCode.parse(code.text())).contains(code);
        assertThat(code.text()).hasSize(43).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void everyCodeHasASecretOfItsOwn() {
        var random = new Random(2);
        var hashes = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            hashes.add(InvitationCode.create(TEAM, random).hash());
        }

        assertThat(hashes).hasSize(1000).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void noLogLineCanHoldOne() {
        var code = InvitationCode.create(TEAM, new Random(3));

        assertThat(code.toString())
                .doesNotContain(code.text())
                .doesNotContain(code.secret().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "0123456789012345678901234567890123456789012 ",
                "012345678901234567890123456789012345678901!",
                "ééééééééééééééééééééééééééééééééééééééééééé"
            })
    void whatCannotBeACodeIsNone(String text) {
        assertThat(InvitationCode.parse(text)).isEmpty();
    }
}
