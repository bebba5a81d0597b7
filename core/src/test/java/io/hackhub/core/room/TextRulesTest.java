package io.hackhub.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"👍", "❤️", "🎉", "👩‍💻", "🇩🇪", "👍🏽", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"})
    void anEmojiIsOneHoweverManyCodePointsItTakes(String emoji) {
        assertThat(TextRules.emoji(emoji)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "👍👍", "ok", "<b>", "1", "\n", "👍a", "\ud83d"})
    void whatIsNotOneEmojiIsRefused(String emoji) {
        assertThat(TextRules.emoji(emoji)).isPresent();
    }

    @Test
    void halfACharacterIsNoText() {
        assertThat(TextRules.text("text", "a\ud83d", 100)).isPresent();
        assertThat(TextRules.text("text", "a👍", 100)).isEmpty();
    }

    @Test
    void anEmptyTextIsRefusedAndOneAtTheBoundTaken() {
        assertThat(TextRules.text("text", " \n", 10)).isPresent();
        assertThat(TextRules.text("text", "x".repeat(10), 10)).isEmpty();
        assertThat(TextRules.text("text", "x".repeat(11), 10)).isPresent();
    }

    @Test
    void aCharacterIsACodePointHoweverItIsEncoded() {
        assertThat(TextRules.text("title", "👍".repeat(200), TextRules.MOST_TITLE))
                .isEmpty();
        assertThat(TextRules.text("title", "👍".repeat(201), TextRules.MOST_TITLE))
                .hasValue("title: 201 characters (at most: 200)");
        assertThat(TextRules.tooLong("👍".repeat(10_000))).isFalse();
        assertThat(TextRules.tooLong("👍".repeat(10_001))).isTrue();
    }

    @Test
    void attachmentsAreFewAndEachIsChecked() {
        var good = new Attachment("Slides", "https://example.org/slides");
        var bad = new Attachment("Slides", "javascript:alert(1)");

        assertThat(TextRules.attachments(List.of(good))).isEmpty();
        assertThat(TextRules.attachments(List.of(good, bad))).isPresent();
        assertThat(TextRules.attachments(
                        IntStream.range(0, 11).mapToObj(_ -> good).toList()))
                .isPresent();
    }

    @Test
    void mentionsAreWordsAfterAnAtSign() {
        assertThat(TextRules.mentioned("@ada, hello (@Bob_2)! mail a@example.org; @@x @eve. @c-d"))
                .containsExactlyInAnyOrder("ada", "bob_2", "eve", "c-d");
    }

    @Test
    void ofVeryManyMentionsTheFirstFewCount() {
        var text = String.join(
                " ", IntStream.range(0, 100).mapToObj(i -> "@user" + i).toList());

        assertThat(TextRules.mentioned(text)).hasSize(TextRules.MOST_MENTIONS);
    }
}
