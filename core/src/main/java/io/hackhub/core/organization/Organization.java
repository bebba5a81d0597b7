package io.hackhub.core.organization;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hackhub.core.shared.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An organization, as everybody sees it.
public record Organization(
        OrganizationId id,
        String name,
        String slug,
        @Nullable String description,
        @Nullable String logoUrl,
        @Nullable String websiteUrl,
        @Nullable String industry,
        @Nullable Size size,
        VerificationStatus verificationStatus,
        SubscriptionTier subscriptionTier,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version) {

    /// Roughly how many work there.
    public enum Size {
        STARTUP,
        SMALL,
        MEDIUM,
        LARGE,
        ENTERPRISE
    }

    /// Whether an admin has looked at it. Only a verified one publishes hackathons.
    public enum VerificationStatus {
        PENDING,
        VERIFIED,
        REJECTED
    }

    /// What it pays for.
    public enum SubscriptionTier {
        FREE,
        PRO,
        ENTERPRISE
    }

    /// What its managers may write.
    public record Details(
            String name,
            @Nullable String description,
            @Nullable String logoUrl,
            @Nullable String websiteUrl,
            @Nullable String industry,
            @Nullable Size size) {}

    @JsonIgnore
    public boolean isVerified() {
        return verificationStatus == VerificationStatus.VERIFIED;
    }
}
