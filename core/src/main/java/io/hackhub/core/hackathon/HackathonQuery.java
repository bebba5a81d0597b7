package io.hackhub.core.hackathon;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is looked for in the list of hackathons. Absent filters let everything pass; `from` and `to` keep what
/// overlaps that time. Drafts are found by their staff, and by those who see `all`.
public record HackathonQuery(
        @Nullable String text,
        @Nullable HackathonStatus status,
        @Nullable Difficulty difficulty,
        @Nullable String theme,
        @Nullable String skill,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable OrganizationId organization,
        @Nullable UserId viewer,
        boolean all,
        Sort sort,
        @Nullable After after,
        int limit) {

    /// Where a page goes on: behind the item with this key and id.
    public record After(Instant key, HackathonId id) {}

    public enum Sort {
        NEWEST("created_at", false),
        START("start_date", true),
        START_DESC("start_date", false),
        DEADLINE("registration_end", true);

        private final String column;
        private final boolean ascending;

        Sort(String column, boolean ascending) {
            this.column = column;
            this.ascending = ascending;
        }

        String column() {
            return column;
        }

        boolean ascending() {
            return ascending;
        }

        /// The key of an item in this order.
        public Instant key(HackathonEntry entry) {
            return switch (this) {
                case NEWEST -> entry.createdAt();
                case START, START_DESC -> entry.milestones().startDate();
                case DEADLINE -> entry.milestones().registrationEnd();
            };
        }
    }

    public HackathonQuery startingAfter(@Nullable After last) {
        return new HackathonQuery(
                text, status, difficulty, theme, skill, from, to, organization, viewer, all, sort, last, limit);
    }

    public HackathonQuery limitedTo(int most) {
        return new HackathonQuery(
                text, status, difficulty, theme, skill, from, to, organization, viewer, all, sort, after, most);
    }
}
