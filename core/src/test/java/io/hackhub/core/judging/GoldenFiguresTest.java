package io.hackhub.core.judging;

import static io.hackhub.core.judging.JudgingFixtures.judge;
import static io.hackhub.core.judging.JudgingFixtures.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.judging.JudgeEffects.Score;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The formulas against figures that a reference script worked out.
class GoldenFiguresTest {

    private static final JsonNode GOLDEN = golden();
    private static final Offset<Double> TOLERANCE = within(1e-4);

    private static JsonNode golden() {
        try (var file = GoldenFiguresTest.class.getResourceAsStream("/judging-golden.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aScoreIsTheWeightedShareOfWhatCouldBeHad() {
        assertThat(rubric().score(new Marks(rubricMarks(), Set.of())))
                .isCloseTo(GOLDEN.at("/rubric/score").asDouble(), TOLERANCE);
    }

    @Test
    void anAbstainedCriterionLeavesBothSums() {
        var marks = rubricMarks();
        marks.remove("design");

        assertThat(rubric().score(new Marks(marks, Set.of("design"))))
                .isCloseTo(GOLDEN.at("/rubric/score_if_design_abstained").asDouble(), TOLERANCE);
    }

    @Test
    void judgeEffectsAreTakenOut() {
        var result = JudgeEffects.of(scores("/scores")).orElseThrow();

        assertThat(result.scores()).hasSameSizeAs(GOLDEN.at("/additive/display"));
        assertThat(result.bias()).hasSameSizeAs(GOLDEN.at("/additive/judge_bias"));
        GOLDEN.at("/additive/display")
                .properties()
                .forEach(it -> assertThat(result.scores().get(team(it.getKey())))
                        .isCloseTo(it.getValue().asDouble(), TOLERANCE));
        GOLDEN.at("/additive/judge_bias")
                .properties()
                .forEach(it -> assertThat(result.bias().get(judge(it.getKey())))
                        .isCloseTo(it.getValue().asDouble(), TOLERANCE));
        assertThat(result.bias().values().stream().mapToDouble(b -> b).sum()).isCloseTo(0, TOLERANCE);
    }

    @Test
    void judgeEffectsKeepTheTrueOrderWhereZScoresInvertIt() {
        var result = JudgeEffects.of(scores("/z_counterexample/scores")).orElseThrow();

        assertThat(result.scores()).hasSameSizeAs(GOLDEN.at("/z_counterexample/additive"));
        GOLDEN.at("/z_counterexample/additive")
                .properties()
                .forEach(it -> assertThat(result.scores().get(team(it.getKey())))
                        .isCloseTo(it.getValue().asDouble(), TOLERANCE));
    }

    private static Rubric rubric() {
        var criteria = new ArrayList<Criterion>();
        for (var row : GOLDEN.at("/rubric/criteria")) {
            var name = row.get(0).asText();
            criteria.add(new Criterion(
                    name,
                    name,
                    row.get(1).asDouble(),
                    row.get(2).asDouble(),
                    row.get(3).asDouble(),
                    name.equals("design")));
        }
        return new Rubric(criteria);
    }

    private static Map<String, Double> rubricMarks() {
        var marks = new HashMap<String, Double>();
        GOLDEN.at("/rubric/criteria")
                .forEach(row -> marks.put(row.get(0).asText(), row.get(4).asDouble()));
        return marks;
    }

    private static List<Score> scores(String pointer) {
        var scores = new ArrayList<Score>();
        GOLDEN.at(pointer)
                .properties()
                .forEach(byJudge -> byJudge.getValue()
                        .properties()
                        .forEach(it -> scores.add(new Score(
                                judge(byJudge.getKey()),
                                team(it.getKey()),
                                it.getValue().asDouble()))));
        return scores;
    }
}
