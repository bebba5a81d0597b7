package io.hackhub.core.judging;

import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import org.jspecify.annotations.Nullable;

/// Reviews that results do without: of one team by one judge, of a judge (no `teamId`) or of a team (no `judgeId`).
public record Waiver(@Nullable UserId judgeId, @Nullable TeamId teamId) {

    boolean covers(UserId judge, TeamId team) {
        return (judgeId != null || teamId != null)
                && (judgeId == null || judgeId.equals(judge))
                && (teamId == null || teamId.equals(team));
    }
}
