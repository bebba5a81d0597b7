package io.hackhub.core.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody likes, and what they want to be told of.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preferences(
        @Nullable List<String> interests,
        @Nullable String experience,
        @Nullable String availability,
        @Nullable Map<String, Boolean> notifications) {

    public static final Preferences NONE = new Preferences(List.of(), null, null, Map.of());

    public Preferences {
        interests = interests == null ? List.of() : List.copyOf(interests);
        notifications = notifications == null ? Map.of() : Map.copyOf(notifications);
    }
}
