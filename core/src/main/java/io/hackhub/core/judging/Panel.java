package io.hackhub.core.judging;

import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who judges and how, as of `version` of the hackathon's journal.
public record Panel(
        long version,
        Rubric rubric,
        List<UserId> judges,
        LeaderboardVisibility visibility,
        @Nullable Instant freezeAt) {

    static final Panel NONE = new Panel(0, new Rubric(List.of()), List.of(), LeaderboardVisibility.PUBLIC, null);

    public Panel {
        judges = List.copyOf(judges);
    }
}
