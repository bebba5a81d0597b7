package io.hackhub.http.shared;

import io.hackhub.core.shared.Texts;
import io.hackhub.http.shared.Problems.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// Collects all that is wrong with a body, so that a form can show it at once. Fields are JSON pointers.
public final class Validation {

    private final List<FieldError> errors = new ArrayList<>();

    private Validation() {}

    /// Runs `rules`; answers 422 if any was broken, else goes on.
    public static Route valid(Consumer<Validation> rules, Supplier<Route> inner) {
        var errors = errors(rules);
        return errors.isEmpty() ? inner.get() : Problems.invalid(errors);
    }

    static List<FieldError> errors(Consumer<Validation> rules) {
        var validation = new Validation();
        rules.accept(validation);
        return List.copyOf(validation.errors);
    }

    public void check(boolean holds, String field, String code, String message) {
        if (!holds) {
            errors.add(new FieldError(field, code, message));
        }
    }

    /// Text of `min` to `max` characters (code points); where `min` is over 0, more than white space.
    public void text(String field, @Nullable String value, int min, int max) {
        if (value == null) {
            return;
        }
        int length = Texts.length(value);
        if (min > 0 && value.isBlank()) {
            check(false, field, "blank", "must not be blank");
        } else if (length < min) {
            check(false, field, "too-short", "must have at least %d characters".formatted(min));
        } else {
            check(length <= max, field, "too-long", "must have at most %d characters".formatted(max));
        }
    }

    public void range(String field, @Nullable Number value, long min, long max) {
        if (value != null) {
            var inside = value.doubleValue() >= min && value.doubleValue() <= max;
            check(inside, field, "out-of-range", "must be from %d to %d".formatted(min, max));
        }
    }

    /// At most `max` entries, each a text of 1 to `maxText` characters, none twice.
    public void texts(String field, @Nullable List<String> values, int max, int maxText) {
        if (values == null) {
            return;
        }
        check(values.size() <= max, field, "too-many", "must have at most %d entries".formatted(max));
        check(values.stream().distinct().count() == values.size(), field, "duplicate", "must not repeat an entry");
        for (int i = 0; i < values.size(); i++) {
            text(field + "/" + i, values.get(i), 1, maxText);
        }
    }

    /// An http(s) address with a host and without user info.
    public void url(String field, @Nullable String value) {
        if (value != null) {
            var message = "must be an http(s) URL of at most %d characters".formatted(Texts.MAX_URL);
            check(Texts.isWebAddress(value), field, "url", message);
        }
    }
}
