package io.hackhub.http.hackathon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.hackhub.core.account.Card;
import io.hackhub.core.hackathon.Details;
import io.hackhub.core.hackathon.Difficulty;
import io.hackhub.core.hackathon.HackathonEntry;
import io.hackhub.core.hackathon.HackathonMembers.Membership;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.HackathonView.Counts;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.hackathon.Milestones;
import io.hackhub.core.hackathon.Registration;
import io.hackhub.core.hackathon.RegistrationStatus;
import io.hackhub.core.hackathon.StaffRole;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hackathons, registrations and staff as clients see them.
final class HackathonJson {

    record Host(
            OrganizationId id,
            String name,
            String slug,
            @Nullable String logoUrl) {}

    record Place(RegistrationStatus status, @Nullable Integer position) {}

    /// What the caller is there.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Me(@Nullable Place registration, @Nullable TeamId teamId, List<StaffRole> roles) {}

    record HackathonShape(
            HackathonId id,
            String slug,
            HackathonStatus status,
            boolean featured,
            OrganizationId organizationId,
            @Nullable Host organization,
            String title,
            String description,
            @Nullable String theme,
            Difficulty difficulty,
            Instant registrationStart,
            Instant registrationEnd,
            Instant startDate,
            Instant endDate,
            int graceMinutes,
            String timeZone,
            @Nullable Integer maxParticipants,
            Details.TeamSize teamSize,
            List<Details.Prize> prizes,
            Details.Requirements requirements,
            Map<String, String> resources,
            @Nullable String rules,
            List<Details.Criterion> judgingCriteria,
            List<Details.Track> tracks,
            LeaderboardVisibility leaderboardVisibility,
            @Nullable Instant freezeAt,
            Counts counts,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Me me) {}

    record RegistrationShape(
            UUID id,
            HackathonId hackathonId,
            Card user,
            @Nullable TeamId teamId,
            RegistrationStatus status,
            @Nullable Integer position,
            @JsonRawValue @Nullable String applicationData,
            Instant registeredAt) {}

    record StaffShape(Card user, List<StaffRole> roles) {}

    /// One line of `GET /users/me/memberships`.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MembershipShape(
            HackathonId id,
            String slug,
            String title,
            HackathonStatus status,
            @Nullable Place registration,
            @Nullable TeamId teamId,
            List<StaffRole> roles) {}

    private HackathonJson() {}

    static HackathonShape hackathon(HackathonView it, Optional<Organization> host, @Nullable UserId caller) {
        return shape(
                new Line(it.id(), it.slug(), it.status(), false, it.organization(), it.createdAt(), it.updatedAt()),
                it.details(),
                it.milestones(),
                it.counts(),
                host,
                caller == null ? null : me(it));
    }

    static HackathonShape hackathon(HackathonEntry it, Instant now, Optional<Organization> host, @Nullable Me me) {
        return shape(
                new Line(
                        it.id(),
                        it.slug(),
                        it.status(now),
                        it.featured(),
                        it.organization(),
                        it.createdAt(),
                        it.updatedAt()),
                it.details(),
                it.milestones(),
                it.counts(),
                host,
                me);
    }

    static Me me(HackathonView it) {
        var registration = it.registration();
        return new Me(
                registration == null ? null : new Place(registration.status(), registration.position()),
                it.teamId(),
                Arrays.stream(StaffRole.values())
                        .filter(role -> it.grants().contains(role.grant()))
                        .toList());
    }

    static Me me(Membership it) {
        var registration = it.registration();
        return new Me(registration == null ? null : new Place(registration, it.position()), it.team(), it.roles());
    }

    static Me nobody() {
        return new Me(null, null, List.of());
    }

    static MembershipShape membership(Membership it, Instant now) {
        var me = me(it);
        var hackathon = it.hackathon();
        return new MembershipShape(
                hackathon.id(),
                hackathon.slug(),
                hackathon.details().title(),
                hackathon.status(now),
                me.registration(),
                me.teamId(),
                me.roles());
    }

    static RegistrationShape registration(
            HackathonId hackathon, Registration it, Card card, @Nullable String applicationData) {
        return new RegistrationShape(
                it.id(), hackathon, card, it.teamId(), it.status(), it.position(), applicationData, it.registeredAt());
    }

    private record Line(
            HackathonId id,
            String slug,
            HackathonStatus status,
            boolean featured,
            OrganizationId organization,
            Instant createdAt,
            Instant updatedAt) {}

    private static HackathonShape shape(
            Line it, Details details, Milestones dates, Counts counts, Optional<Organization> host, @Nullable Me me) {
        return new HackathonShape(
                it.id(),
                it.slug(),
                it.status(),
                it.featured(),
                it.organization(),
                host.map(HackathonJson::host).orElse(null),
                details.title(),
                details.description(),
                details.theme(),
                details.difficulty(),
                dates.registrationStart(),
                dates.registrationEnd(),
                dates.startDate(),
                dates.endDate(),
                dates.graceMinutes(),
                dates.timeZone(),
                details.maxParticipants(),
                details.teamSize(),
                details.prizes(),
                details.requirements(),
                details.resources(),
                details.rules(),
                details.judgingCriteria(),
                details.tracks(),
                details.leaderboardVisibility(),
                details.freezeAt(),
                counts,
                it.createdAt(),
                it.updatedAt(),
                me);
    }

    private static Host host(Organization it) {
        return new Host(it.id(), it.name(), it.slug(), it.logoUrl());
    }
}
