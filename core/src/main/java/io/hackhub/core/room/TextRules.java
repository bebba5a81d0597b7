package io.hackhub.core.room;

import io.hackhub.core.shared.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a text, link or emoji must be to be taken, and who a text mentions. A rule answers with what is wrong.
final class TextRules {

    static final int MOST_TEXT = 10_000;
    static final int MOST_TITLE = 200;
    static final int MOST_ATTACHMENTS = 10;
    static final int MOST_MENTIONS = 20;
    private static final int MOST_EMOJI = 32;

    private static final Pattern ONE_CHARACTER = Pattern.compile("\\X");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_@.])@([A-Za-z0-9][A-Za-z0-9_.-]{0,62})");

    private TextRules() {}

    static boolean tooLong(String text) {
        return Texts.isLonger(text, MOST_TEXT);
    }

    /// A title or text that says something and can be encoded.
    static Optional<String> text(String name, String text, int most) {
        if (text.isBlank()) {
            return Optional.of(name + ": empty");
        }
        if (Texts.isLonger(text, most)) {
            return Optional.of("%s: %d characters (at most: %d)".formatted(name, Texts.length(text), most));
        }
        return Texts.isClean(text) ? Optional.empty() : Optional.of(name + ": NUL or half a character");
    }

    static Optional<String> attachments(List<Attachment> attachments) {
        if (attachments.size() > MOST_ATTACHMENTS) {
            return Optional.of("attachments: %d (at most: %d)".formatted(attachments.size(), MOST_ATTACHMENTS));
        }
        return attachments.stream()
                .flatMap(it -> text("attachment title", it.title(), MOST_TITLE).or(() -> url(it.url())).stream())
                .findFirst();
    }

    private static Optional<String> url(String url) {
        return Texts.isWebAddress(url)
                ? Optional.empty()
                : Optional.of(
                        "url: not a plain http or https address of at most %d characters".formatted(Texts.MAX_URL));
    }

    /// One emoji as it is seen, however many code points that takes.
    static Optional<String> emoji(String emoji) {
        var good = !Texts.isLonger(emoji, MOST_EMOJI)
                && ONE_CHARACTER.matcher(emoji).matches()
                && Texts.isClean(emoji)
                && (emoji.codePoints().anyMatch(TextRules::pictures) || emoji.endsWith("\u20E3"));
        return good ? Optional.empty() : Optional.of("emoji: not one emoji");
    }

    /// The usernames after an `@`, each once, in lower case; the first few of many.
    static Set<String> mentioned(String text) {
        var names = new TreeSet<String>();
        var mentions = MENTION.matcher(text);
        while (mentions.find() && names.size() < MOST_MENTIONS) {
            names.add(mentions.group(1).toLowerCase(Locale.ROOT).replaceAll("[.-]+$", ""));
        }
        return names;
    }

    private static boolean pictures(int codePoint) {
        return Character.isEmojiPresentation(codePoint) || Character.isExtendedPictographic(codePoint);
    }
}
