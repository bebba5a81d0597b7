package io.hackhub.core.hackathon;

import java.util.List;
import java.util.Map;

/// What a hackathon says of itself, where a test does not care.
public final class TestDetails {

    public static final Details PLAIN = new Details(
            "Spring",
            "A hackathon",
            null,
            Difficulty.BEGINNER,
            null,
            new Details.TeamSize(1, 4),
            List.of(),
            new Details.Requirements(List.of(), null),
            Map.of(),
            null,
            List.of(),
            List.of(),
            LeaderboardVisibility.PUBLIC,
            null);

    private TestDetails() {}
}
