package io.hackhub.http.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Takes comments out of a file before it is sent: lines that are nothing else, up to where the comment ends. What a
/// library asks to keep (`/*!`, `@license`, `@preserve`) stays, and so does a line within a template of a module, which
/// may look like one.
final class Slim {

    private static final Pattern KEPT = Pattern.compile("/\\*!|@license|@preserve|//# ");

    private Slim() {}

    static byte[] module(byte[] body) {
        return text(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    static String text(String text) {
        var slim = new StringBuilder(text.length());
        var lines = text.split("\n", -1);
        var inTemplate = false;
        for (int i = 0; i < lines.length; i++) {
            var end = inTemplate ? i - 1 : endOfComment(lines, i);
            if (end >= i) {
                i = end;
                continue;
            }
            inTemplate ^= lines[i].chars().filter(it -> it == '`').count() % 2 == 1;
            if (inTemplate || !lines[i].isBlank()) {
                slim.append(lines[i]).append('\n');
            }
        }
        return slim.toString();
    }

    /// The line with which a comment ends that begins with this one and shares no line with code; before `start` where
    /// there is none.
    private static int endOfComment(String[] lines, int start) {
        var first = lines[start].strip();
        if (first.startsWith("//")) {
            return KEPT.matcher(first).find() ? start - 1 : start;
        }
        if (!first.startsWith("/*")) {
            return start - 1;
        }
        for (int end = start; end < lines.length; end++) {
            if (KEPT.matcher(lines[end]).find()) {
                return start - 1;
            }
            var close = lines[end].indexOf("*/", end == start ? lines[end].indexOf("/*") + 2 : 0);
            if (close >= 0) {
                return lines[end].substring(close + 2).isBlank() ? end : start - 1;
            }
        }
        return start - 1;
    }
}
