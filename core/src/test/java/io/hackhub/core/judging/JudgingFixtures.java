package io.hackhub.core.judging;

import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Small ids, rubrics and cards for the tests of this package.
final class JudgingFixtures {

    static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    /// One criterion from 0 to 100, so that a mark is a score.
    static final Rubric PLAIN = new Rubric(List.of(new Criterion("score", "Score", 1, 0, 100, false)));

    private JudgingFixtures() {}

    /// `A` is the first team, `B` the second.
    static TeamId team(String letter) {
        return team(letter.charAt(0) - 'A');
    }

    static TeamId team(int n) {
        return new TeamId(new UUID(0x7000, 0x8000_0000_0000_00A0L + n));
    }

    static UserId judge(int n) {
        return new UserId(new UUID(0x7000, 0x8000_0000_0000_0B00L + n));
    }

    static UserId judge(String name) {
        return judge(Integer.parseInt(name.substring(1)));
    }

    static Scorecard card(UserId judge, Marks marks) {
        return new Scorecard(judge, marks, null, true, 1, NINE);
    }

    static Marks marks(Object... keysAndMarks) {
        var given = new HashMap<String, Double>();
        for (int i = 0; i < keysAndMarks.length; i += 2) {
            given.put((String) keysAndMarks[i], ((Number) keysAndMarks[i + 1]).doubleValue());
        }
        return new Marks(given, Set.of());
    }

    /// Sheets from "judge → team → score" with the plain rubric.
    static List<TeamSheet> sheets(Map<String, Map<String, Double>> scores) {
        var sheets = new LinkedHashMap<TeamId, TeamSheet>();
        scores.forEach((judge, byTeam) -> byTeam.forEach((team, score) -> sheets.merge(
                team(team),
                new TeamSheet(team(team), team, List.of(card(judge(judge), marks("score", score)))),
                (one, other) -> one.with(other.cards().getFirst()))));
        return new ArrayList<>(sheets.values());
    }
}
