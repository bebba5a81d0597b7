package io.hackhub.core.hackathon;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hackhub.core.shared.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What organizers write about a hackathon, times apart (those are [Milestones]). Stored: it holds no rule that could
/// refuse what is in the journal.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Details(
        String title,
        String description,
        @Nullable String theme,
        Difficulty difficulty,
        @Nullable Integer maxParticipants,
        TeamSize teamSize,
        List<Prize> prizes,
        Requirements requirements,
        Map<String, String> resources,
        @Nullable String rules,
        List<Criterion> judgingCriteria,
        List<Track> tracks,
        LeaderboardVisibility leaderboardVisibility,
        @Nullable Instant freezeAt) {

    public Details {
        prizes = List.copyOf(prizes);
        resources = Collections.unmodifiableMap(new TreeMap<>(resources));
        judgingCriteria = List.copyOf(judgingCriteria);
        tracks = List.copyOf(tracks);
    }

    public record TeamSize(int min, int max) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Prize(
            String id,
            String name,
            @Nullable Money amount,
            @Nullable Integer rank) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Requirements(
            List<String> skills, @Nullable String notes) {
        public Requirements {
            skills = List.copyOf(skills);
        }
    }

    /// One line of the rubric. A judge may abstain from an `optional` one.
    public record Criterion(String key, String name, double weight, double min, double max, boolean optional) {}

    public record Track(String id, String name) {}
}
