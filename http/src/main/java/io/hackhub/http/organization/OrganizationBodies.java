package io.hackhub.http.organization;

import io.hackhub.core.account.Card;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.organization.Organization.Details;
import io.hackhub.core.organization.Organization.VerificationStatus;
import io.hackhub.core.organization.OrganizationRole;
import io.hackhub.core.organization.Slugs;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.http.shared.Validation;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `/organizations` takes and gives.
final class OrganizationBodies {

    private static final int MAX_NAME = 100;
    private static final int MAX_TEXT = 5000;
    private static final int MAX_REASON = 1000;

    /// For founding and for changing; the slug is chosen once.
    record Write(
            String name,
            @Nullable String slug,
            @Nullable String description,
            @Nullable String logoUrl,
            @Nullable String websiteUrl,
            @Nullable String industry,
            Organization.@Nullable Size size) {

        void check(Validation it) {
            it.text("/name", name, 1, MAX_NAME);
            it.check(
                    slug == null || Slugs.isValid(slug),
                    "/slug",
                    "slug",
                    "must be %d to %d lower-case letters, digits and single dashes".formatted(Slugs.MIN, Slugs.MAX));
            it.text("/description", description, 0, MAX_TEXT);
            it.url("/logoUrl", logoUrl);
            it.url("/websiteUrl", websiteUrl);
            it.text("/industry", industry, 0, MAX_NAME);
        }

        Details details() {
            return new Details(name.strip(), description, logoUrl, websiteUrl, industry, size);
        }
    }

    record AddMember(@Nullable String email, @Nullable String username, OrganizationRole role) {
        void check(Validation it) {
            it.check((email == null) != (username == null), "/email", "one-of", "give either email or username");
        }

        String who() {
            return Optional.ofNullable(email)
                    .or(() -> Optional.ofNullable(username))
                    .orElseThrow();
        }
    }

    record ChangeMember(OrganizationRole role) {}

    record Verify(
            OrganizationId organizationId,
            VerificationStatus status,
            @Nullable String reason) {
        void check(Validation it) {
            it.text("/reason", reason, 0, MAX_REASON);
        }
    }

    record MemberView(Card user, OrganizationRole role, Instant since) {}

    private OrganizationBodies() {}
}
