package io.hackhub.core.judging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a judge gave, by criterion. Written as `{key: number or null}`, null being an explicit abstention; a criterion
/// that is not named at all has not been looked at yet.
public record Marks(Map<String, Double> given, Set<String> abstained) {
    public Marks {
        given = Collections.unmodifiableMap(new TreeMap<>(given));
        abstained = Collections.unmodifiableSet(new TreeSet<>(abstained));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Marks of(Map<String, @Nullable Double> byKey) {
        var given = new TreeMap<String, Double>();
        var abstained = new TreeSet<String>();
        byKey.forEach((key, mark) -> {
            if (mark == null) {
                abstained.add(key);
            } else {
                given.put(key, mark);
            }
        });
        return new Marks(given, abstained);
    }

    @JsonValue
    public Map<String, @Nullable Double> byKey() {
        var all = new TreeMap<String, @Nullable Double>(given);
        abstained.forEach(key -> all.put(key, null));
        return all;
    }

    OptionalDouble of(String key) {
        var mark = given.get(key);
        return mark == null ? OptionalDouble.empty() : OptionalDouble.of(mark);
    }
}
