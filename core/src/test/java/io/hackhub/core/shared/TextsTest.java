package io.hackhub.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a?b=c#d", "http://example.org", "HTTPS://example.org:8443/x"})
    void plainAddressesAreTaken(String url) {
        assertThat(Texts.isWebAddress(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "https://user:pass@example.org/",
                "https://user@example.org/",
                "//example.org/",
                "/relative",
                "https://",
                "https://exa mple.org",
                "ftp://example.org"
            })
    void otherAddressesAreRefused(String url) {
        assertThat(Texts.isWebAddress(url)).isFalse();
    }

    @Test
    void anAddressHasABound() {
        var start = "https://example.org/";

        assertThat(Texts.isWebAddress(start + "x".repeat(Texts.MAX_URL - start.length())))
                .isTrue();
        assertThat(Texts.isWebAddress(start + "x".repeat(Texts.MAX_URL - start.length() + 1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\ud83d", "\udc4d"})
    void nulAndHalfACharacterAreNotClean(String text) {
        assertThat(Texts.isClean(text)).isFalse();
    }

    @Test
    void anEmojiIsOneCharacter() {
        assertThat(Texts.isClean("a👍")).isTrue();
        assertThat(Texts.length("a👍")).isEqualTo(2);
        assertThat(Texts.isLonger("a👍", 2)).isFalse();
        assertThat(Texts.isLonger("a👍b", 2)).isTrue();
    }

    @Test
    void whatIsCutIsCutBetweenCharacters() {
        assertThat(Texts.abbreviated("a👍b", 3)).isEqualTo("a👍b");
        assertThat(Texts.abbreviated("a👍bc", 2)).isEqualTo("a👍…");
    }
}
