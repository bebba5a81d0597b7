package io.hackhub.core.judging;

import static io.hackhub.core.judging.JudgingFixtures.judge;
import static io.hackhub.core.judging.JudgingFixtures.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hackhub.core.judging.JudgeEffects.Score;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeEffectsTest {

    @Test
    void judgesWhoShareNoTeamCannotBeCompared() {
        assertThat(JudgeEffects.of(List.of(new Score(judge(1), team(1), 50), new Score(judge(2), team(2), 60))))
                .isEmpty();
    }

    @Test
    void oneJudgeAloneIsComparable() {
        var result = JudgeEffects.of(List.of(new Score(judge(1), team(1), 50), new Score(judge(1), team(2), 60)))
                .orElseThrow();

        assertThat(result.scores()).isEqualTo(Map.of(team(1), 50d, team(2), 60d));
    }

    @Test
    void noScoresAtAllGiveNoResultToCompare() {
        assertThat(JudgeEffects.of(List.of()).orElseThrow().scores()).isEmpty();
    }

    /// At a minimum no small step helps: the result is checked against its definition, not against the way to it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noSmallStepIsBetter(long seed) {
        var random = new Random(seed);
        var scores = randomScores(random);
        var result = JudgeEffects.of(scores).orElseThrow();
        double best = cost(scores, result.scores(), result.bias());

        for (var judge : result.bias().keySet()) {
            for (double step : new double[] {-0.01, 0.01}) {
                var moved = new HashMap<>(result.bias());
                moved.merge(judge, step, Double::sum);
                assertThat(cost(scores, result.scores(), moved))
                        .as("seed %d", seed)
                        .isGreaterThan(best);
            }
        }
        for (var team : result.scores().keySet()) {
            for (double step : new double[] {-0.01, 0.01}) {
                var moved = new HashMap<>(result.scores());
                moved.merge(team, step, Double::sum);
                assertThat(cost(scores, moved, result.bias()))
                        .as("seed %d", seed)
                        .isGreaterThan(best);
            }
        }
        assertThat(result.bias().values().stream().mapToDouble(b -> b).sum()).isCloseTo(0, within(1e-6));
    }

    /// Each judge sees a window of teams that overlaps the next one's, so that all hang together.
    private static List<Score> randomScores(Random random) {
        var scores = new ArrayList<Score>();
        IntStream.range(0, 8).forEach(j -> {
            double bias = random.nextGaussian() * 10;
            IntStream.rangeClosed(j * 2, j * 2 + 2 + random.nextInt(4))
                    .forEach(t -> scores.add(new Score(judge(j), team(t), 50 + bias + random.nextGaussian() * 15)));
        });
        return scores;
    }

    private static double cost(List<Score> scores, Map<TeamId, Double> shown, Map<UserId, Double> bias) {
        double residuals = scores.stream()
                .mapToDouble(score ->
                        score.value() - shown.getOrDefault(score.team(), 0d) - bias.getOrDefault(score.judge(), 0d))
                .map(r -> r * r)
                .sum();
        return residuals + bias.values().stream().mapToDouble(b -> b * b).sum();
    }
}
