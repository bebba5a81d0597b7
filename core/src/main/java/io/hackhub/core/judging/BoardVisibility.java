package io.hackhub.core.judging;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Policy;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.live.RefusalCode;
import java.util.Optional;
import java.util.Set;

/// Who may see which board.
public final class BoardVisibility {

    private BoardVisibility() {}

    /// Empty = may see it. Whoever may not know of the hackathon hears that there is none.
    ///
    /// @param grants those of the standing, and ADMIN where the caller is one
    public static Optional<RefusalCode> refusal(
            LeaderboardVisibility visibility, boolean full, Standing standing, Set<Grant> grants) {
        if (!standing.published() && grants.stream().noneMatch(BoardVisibility::isStaff)) {
            return Optional.of(RefusalCode.NOT_FOUND);
        }
        boolean allowed = full
                ? Policy.allows(Action.SEE_FULL_BOARD, grants)
                : switch (visibility) {
                    case PUBLIC -> true;
                    case PARTICIPANTS ->
                        grants.contains(Grant.PARTICIPANT) || grants.stream().anyMatch(BoardVisibility::isStaff);
                    case STAFF -> grants.stream().anyMatch(BoardVisibility::isStaff);
                };
        return allowed ? Optional.empty() : Optional.of(RefusalCode.DENIED);
    }

    private static boolean isStaff(Grant grant) {
        return grant.isStaff() || grant == Grant.ADMIN;
    }
}
