package io.hackhub.core.shared;

import java.net.URI;
import java.net.URISyntaxException;

/// What texts from outside are measured by, at the edge and within. A character is a code point, as in the documents of
/// the contract: an emoji beyond the first plane counts once.
public final class Texts {

    public static final int MAX_URL = 2_048;

    private Texts() {}

    /// PostgreSQL takes no NUL in a text, and half a surrogate pair cannot be written as UTF-8.
    public static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    public static boolean isLonger(String text, int max) {
        return text.length() > max && length(text) > max;
    }

    /// Its first `max` characters, with an ellipsis where there were more.
    public static String abbreviated(String text, int max) {
        return isLonger(text, max) ? text.substring(0, text.offsetByCodePoints(0, max)) + "…" : text;
    }

    /// An http or https address with a host and without anybody's name or password.
    public static boolean isWebAddress(String text) {
        if (isLonger(text, MAX_URL)) {
            return false;
        }
        try {
            var uri = new URI(text);
            var web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
