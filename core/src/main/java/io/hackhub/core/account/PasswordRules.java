package io.hackhub.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which passwords we take: long ones that are not among the first that anybody tries. No rules of composition.
public final class PasswordRules {

    public static final int MIN = 12;
    public static final int MAX = 128;

    /// Why a password is refused.
    public enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        COMMON
    }

    private static final Set<String> COMMON = load();
    private static final int SHORT = 4;
    private static final List<String> RUNS = List.of(
            "0123456789".repeat(4),
            "9876543210".repeat(4),
            "abcdefghijklmnopqrstuvwxyz".repeat(2),
            "qwertyuiopasdfghjklzxcvbnm");

    private PasswordRules() {}

    /// `name` and `email` are its owner's: they make a poor password too.
    public static Optional<Flaw> flaw(String password, String name, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN) {
            return Optional.of(Flaw.TOO_SHORT);
        }
        if (length > MAX) {
            return Optional.of(Flaw.TOO_LONG);
        }
        var plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return isCommon(plain) || isOwn(plain, name, email) ? Optional.of(Flaw.COMMON) : Optional.empty();
    }

    /// On the list, also with digits and signs around it; one short thing again and again; a run on the keyboard.
    private static boolean isCommon(String plain) {
        var core = plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return isListed(plain) || isListed(core) || RUNS.stream().anyMatch(run -> run.contains(plain));
    }

    private static boolean isListed(String text) {
        var unit = unit(text);
        var repeated = unit.length() < text.length() && unit.length() <= SHORT;
        return repeated || COMMON.contains(text) || COMMON.contains(unit);
    }

    /// The shortest text that repeated makes `text`.
    private static String unit(String text) {
        return text.isEmpty() ? text : text.substring(0, (text + text).indexOf(text, 1));
    }

    private static boolean isOwn(String plain, String name, String email) {
        var mail = email.toLowerCase(Locale.ROOT);
        var own = List.of("hackhub", mail, mail.split("@", 2)[0], name.toLowerCase(Locale.ROOT));
        return own.contains(plain) || own.contains(plain.replaceAll("[^\\p{L}]+$", ""));
    }

    private static Set<String> load() {
        var list = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
