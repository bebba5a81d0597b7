package io.hackhub.core.organization;

import io.hackhub.core.shared.Uuids;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The readable names in addresses: lower-case words with dashes, never one that reads as an id or as a path of ours.
public final class Slugs {

    public static final int MIN = 3;
    public static final int MAX = 60;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> OURS = Set.of("verify", "create", "search", "new", "join");
    private static final int TAIL = 5;
    private static final int FOUR_DIGITS = 1_679_616;
    private static final int FIVE_DIGITS = 60_466_176;

    private Slugs() {}

    public static boolean isValid(String slug) {
        return slug.length() >= MIN
                && slug.length() <= MAX
                && FORM.matcher(slug).matches()
                && !OURS.contains(slug)
                && id(slug).isEmpty();
    }

    /// Made from a name; valid whatever the name.
    public static String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = plain.substring(0, Math.min(plain.length(), MAX - TAIL - 1)).replaceAll("-+$", "");
        return isValid(cut) ? cut : "org" + (cut.isEmpty() ? "" : "-" + cut);
    }

    /// Another one, of the same name.
    static String numbered(String slug, RandomGenerator random) {
        return slug + "-" + Integer.toString(random.nextInt(FOUR_DIGITS, FIVE_DIGITS), Character.MAX_RADIX);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(Uuids.parse(text));
        } catch (IllegalArgumentException aSlug) {
            return Optional.empty();
        }
    }
}
