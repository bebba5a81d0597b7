package io.hackhub.core.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource({
        "Opendata.ch, opendata-ch",
        "Zürich & Genève, zurich-geneve",
        "  --A  b--, a-b",
        "verify, org-verify",
        "北京, org",
        "ab, org-ab",
        "0190a5e0-7b5a-7cc1-beeb-8da1658eec67, org-0190a5e0-7b5a-7cc1-beeb-8da1658eec67"
    })
    void aNameGivesOne(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug);
        assertThat(Slugs.isValid(slug)).isTrue();
    }

    @Test
    void alsoAVeryLongNameDoes() {
        var slug = Slugs.of("Wort ".repeat(100));

        assertThat(Slugs.isValid(slug)).isTrue();
        assertThat(Slugs.isValid(Slugs.numbered(slug, new SplittableRandom(7)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ab", "A-b", "a--b", "-abc", "abc-", "a b", "verify", "0190a5e0-7b5a-7cc1-beeb-8da1658eec67"
            })
    void whatReadsAsSomethingElseIsNone(String text) {
        assertThat(Slugs.isValid(text)).isFalse();
    }
}
