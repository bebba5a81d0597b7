package io.hackhub.http.hackathon;

import io.hackhub.core.hackathon.Details;
import io.hackhub.core.hackathon.Details.Criterion;
import io.hackhub.core.hackathon.Details.Prize;
import io.hackhub.core.hackathon.Details.Requirements;
import io.hackhub.core.hackathon.Details.TeamSize;
import io.hackhub.core.hackathon.Details.Track;
import io.hackhub.core.hackathon.Difficulty;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.hackathon.Milestones;
import io.hackhub.core.shared.Money;
import io.hackhub.core.shared.OrganizationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What organizers send: the whole of what they may write. [HackathonRules] says what it may hold.
record HackathonBody(
        @Nullable OrganizationId organizationId,
        String title,
        @Nullable String slug,
        String description,
        @Nullable String theme,
        Difficulty difficulty,
        Instant registrationStart,
        Instant registrationEnd,
        Instant startDate,
        Instant endDate,
        @Nullable Integer graceMinutes,
        String timeZone,
        @Nullable Integer maxParticipants,
        Size teamSize,
        @Nullable List<PrizeBody> prizes,
        @Nullable RequirementsBody requirements,
        @Nullable Map<String, String> resources,
        @Nullable String rules,
        @Nullable List<CriterionBody> judgingCriteria,
        @Nullable List<TrackBody> tracks,
        @Nullable LeaderboardVisibility leaderboardVisibility,
        @Nullable Instant freezeAt) {

    record Size(int min, int max) {}

    record PrizeBody(
            String id,
            String name,
            @Nullable MoneyBody amount,
            @Nullable Integer rank) {}

    record MoneyBody(long amount, String currency) {}

    record RequirementsBody(
            @Nullable List<String> skills, @Nullable String notes) {}

    record CriterionBody(
            String key,
            String name,
            double weight,
            double min,
            double max,
            @Nullable Boolean optional) {}

    record TrackBody(String id, String name) {}

    Details details() {
        return new Details(
                title.strip(),
                description,
                theme,
                difficulty,
                maxParticipants,
                new TeamSize(teamSize.min(), teamSize.max()),
                prizeList().stream().map(HackathonBody::prize).toList(),
                requirements(requirements),
                resources == null ? Map.of() : resources,
                rules,
                criteria().stream().map(HackathonBody::criterion).toList(),
                trackList().stream().map(it -> new Track(it.id(), it.name())).toList(),
                leaderboardVisibility == null ? LeaderboardVisibility.PUBLIC : leaderboardVisibility,
                freezeAt == null ? null : precise(freezeAt));
    }

    /// To the millisecond: what a client reads is what is kept, in tables too.
    Milestones milestones() {
        return new Milestones(
                precise(registrationStart),
                precise(registrationEnd),
                precise(startDate),
                precise(endDate),
                graceMinutes == null ? 0 : graceMinutes,
                timeZone);
    }

    List<PrizeBody> prizeList() {
        return prizes == null ? List.of() : prizes;
    }

    List<CriterionBody> criteria() {
        return judgingCriteria == null ? List.of() : judgingCriteria;
    }

    List<TrackBody> trackList() {
        return tracks == null ? List.of() : tracks;
    }

    static Instant precise(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Prize prize(PrizeBody it) {
        var amount = it.amount();
        return new Prize(
                it.id(), it.name(), amount == null ? null : new Money(amount.amount(), amount.currency()), it.rank());
    }

    private static Criterion criterion(CriterionBody it) {
        return new Criterion(it.key(), it.name(), it.weight(), it.min(), it.max(), Boolean.TRUE.equals(it.optional()));
    }

    private static Requirements requirements(@Nullable RequirementsBody it) {
        var skills = it == null ? null : it.skills();
        return new Requirements(skills == null ? List.of() : skills, it == null ? null : it.notes());
    }
}
