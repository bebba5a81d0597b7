package io.hackhub.core.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account, as its owner sees it.
public record User(
        UserId id,
        String email,
        String username,
        String fullName,
        @Nullable String bio,
        @Nullable String avatarUrl,
        @Nullable String githubUsername,
        @Nullable String linkedinUrl,
        List<String> skills,
        Preferences preferences,
        PlatformRole role,
        boolean emailVerified,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version,
        @JsonIgnore boolean suspended,
        @JsonIgnore boolean demo) {

    public User {
        skills = List.copyOf(skills);
    }

    public Card card() {
        return new Card(id, username, fullName, bio, avatarUrl, githubUsername, linkedinUrl, skills);
    }

    public Author author() {
        return new Author(id, username, fullName);
    }

    /// What its owner may write.
    public record Profile(
            String fullName,
            @Nullable String bio,
            @Nullable String avatarUrl,
            @Nullable String githubUsername,
            @Nullable String linkedinUrl,
            Preferences preferences) {}

    /// Somebody new; the password is hashed already. Without one they cannot sign in by password.
    record New(
            UserId id,
            String email,
            String username,
            String fullName,
            @Nullable String passwordHash,
            PlatformRole role,
            boolean emailVerified,
            boolean demo) {}
}
