package io.hackhub.core.judging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import org.jspecify.annotations.Nullable;

/// Reviews that results do without: of one team by one judge, of a judge (no `teamId`) or of a team (no `judgeId`).
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Waiver(@Nullable UserId judgeId, @Nullable TeamId teamId) {

    boolean covers(UserId judge, TeamId team) {
        return (judgeId != null || teamId != null)
                && (judgeId == null || judgeId.equals(judge))
                && (teamId == null || teamId.equals(team));
    }
}
