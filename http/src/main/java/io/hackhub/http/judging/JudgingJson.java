package io.hackhub.http.judging;

import io.hackhub.core.judging.LeaderboardReply.Assignment;
import io.hackhub.core.judging.LeaderboardReply.TeamCard;
import io.hackhub.core.judging.Marks;
import io.hackhub.core.judging.ResultRow;
import io.hackhub.core.judging.Results;
import io.hackhub.core.judging.Waiver;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Bodies and answers of the judging routes.
final class JudgingJson {

    /// A mark is a number, or null for an abstention.
    record ScoreBody(
            Map<String, @Nullable Double> criteria,
            @Nullable String comment,
            boolean complete) {}

    /// A waiver names a judge, a team or both; a shared rank lists the teams that share it.
    record FinalizeBody(
            @Nullable List<Waiver> waived, @Nullable List<List<TeamId>> sharedRanks) {}

    record ScorecardJson(
            TeamId teamId,
            UserId judgeId,
            Marks criteria,
            @Nullable String comment,
            boolean complete,
            Instant updatedAt) {}

    record AssignmentJson(TeamId teamId, String name, boolean started, boolean complete) {}

    record RowJson(int rank, TeamId teamId, String name, double score, boolean tied) {}

    record ResultsJson(int version, Results.Method method, List<RowJson> rows, List<Waiver> waived) {}

    private JudgingJson() {}

    static ScorecardJson scorecard(TeamCard it) {
        var card = it.card();
        return new ScorecardJson(
                it.team(), card.judge(), card.criteria(), card.comment(), card.complete(), card.updatedAt());
    }

    static AssignmentJson assignment(Assignment it) {
        return new AssignmentJson(it.team(), it.name(), it.started(), it.complete());
    }

    static ResultsJson results(Results results) {
        return new ResultsJson(
                results.version(),
                results.method(),
                results.rows().stream().map(JudgingJson::row).toList(),
                results.waived());
    }

    /// With two decimals, as boards show it.
    private static RowJson row(ResultRow row) {
        return new RowJson(row.rank(), row.team(), row.name(), Math.round(row.score() * 100) / 100d, row.tied());
    }
}
