package io.hackhub.core.account;

import io.hackhub.core.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that others see of somebody.
public record Card(
        UserId id,
        String username,
        String fullName,
        @Nullable String bio,
        @Nullable String avatarUrl,
        @Nullable String githubUsername,
        @Nullable String linkedinUrl,
        List<String> skills) {

    public Card {
        skills = List.copyOf(skills);
    }

    /// How somebody is shown whose account is gone.
    public static Card gone(UserId id) {
        return new Card(id, "deleted", "Deleted user", null, null, null, null, List.of());
    }
}
