package io.hackhub.core.hackathon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The `where` of a query whose filters may be absent: those that are there, with their parameters in order.
final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    Conditions(String condition, @Nullable Object... parameters) {
        add(condition, parameters);
    }

    /// Nothing if there is no value.
    Conditions and(String condition, @Nullable Object... values) {
        if (Arrays.stream(values).allMatch(Objects::nonNull)) {
            add(condition, values);
        }
        return this;
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    /// Those of the conditions, then `more`.
    @Nullable Object[] parameters(@Nullable Object... more) {
        var all = new ArrayList<@Nullable Object>(parameters);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }

    private void add(String condition, @Nullable Object... values) {
        conditions.add(condition);
        parameters.addAll(Arrays.asList(values));
    }
}
