package io.hackhub.core.judging;

import static io.hackhub.core.judging.JudgingFixtures.PLAIN;
import static io.hackhub.core.judging.JudgingFixtures.card;
import static io.hackhub.core.judging.JudgingFixtures.judge;
import static io.hackhub.core.judging.JudgingFixtures.marks;
import static io.hackhub.core.judging.JudgingFixtures.sheets;
import static io.hackhub.core.judging.JudgingFixtures.team;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.judging.Ranking.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {

    private static final Rubric THREE = new Rubric(List.of(
            new Criterion("design", "Design", 1, 0, 10, true),
            new Criterion("technical", "Technical", 2, 0, 10, false),
            new Criterion("impact", "Impact", 1, 0, 10, true)));

    @Test
    void ranksByScore() {
        assertThat(lines(rank(PLAIN, sheets(Map.of("J1", Map.of("A", 10d, "B", 30d, "C", 20d))))))
                .containsExactly("1 B", "2 C", "3 A");
    }

    @Test
    void aTeamWithoutACompleteCardIsNotOnTheBoard() {
        var open = new Scorecard(judge(1), marks("score", 99), null, false, 1, JudgingFixtures.NINE);

        assertThat(rank(
                        PLAIN,
                        List.of(
                                new TeamSheet(team("A"), "A", List.of(open)),
                                new TeamSheet(team("B"), "B", List.of()))))
                .isEmpty();
    }

    @Test
    void whatNothingTellsApartSharesItsRank() {
        var scores = Map.of("J1", Map.of("A", 90d, "B", 50d, "C", 50d, "D", 10d));

        assertThat(lines(rank(PLAIN, sheets(scores)))).containsExactly("1 A", "2 B tied", "2 C tied", "4 D");
    }

    @Test
    void theHeaviestCriterionDecidesATie() {
        var sheets = List.of(
                new TeamSheet(team("A"), "A", List.of(card(judge(1), marks("design", 8, "technical", 5, "impact", 6)))),
                new TeamSheet(
                        team("B"), "B", List.of(card(judge(1), marks("design", 4, "technical", 6, "impact", 8)))));

        assertThat(lines(rank(THREE, sheets))).containsExactly("1 B", "2 A");
    }

    @Test
    void ofEqualWeightsTheFirstCriterionDecides() {
        var sheets = List.of(
                new TeamSheet(team("A"), "A", List.of(card(judge(1), marks("design", 6, "technical", 5, "impact", 8)))),
                new TeamSheet(
                        team("B"), "B", List.of(card(judge(1), marks("design", 8, "technical", 5, "impact", 6)))));

        assertThat(lines(rank(THREE, sheets))).containsExactly("1 B", "2 A");
    }

    @Test
    void theMajorityOfSharedJudgesDecidesNext() {
        var scores = Map.of(
                "J1", Map.of("A", 60d, "B", 50d),
                "J2", Map.of("A", 60d, "B", 50d),
                "J3", Map.of("A", 30d, "B", 50d));

        assertThat(lines(rank(PLAIN, sheets(scores)))).containsExactly("1 A", "2 B");
    }

    @Test
    void whoIsLeftFromALargerTieMeetsOnceMore() {
        // All means are 50. C beats A, A beats B, B beats D: A and B are level among four, but not between the two.
        var scores = Map.of(
                "J1", Map.of("A", 60d, "B", 40d),
                "J2", Map.of("C", 60d, "A", 40d),
                "J3", Map.of("B", 60d, "D", 40d),
                "J4", Map.of("C", 40d),
                "J5", Map.of("D", 60d));

        assertThat(lines(rank(PLAIN, sheets(scores)))).containsExactly("1 C", "2 A", "3 B", "4 D");
    }

    @Test
    void moreFirstPlacesDecideLast() {
        // No two of A, B and C share a judge's ordering: each judge saw one of them, beside an outsider.
        var scores = Map.of(
                "J1", Map.of("A", 50d, "X", 90d),
                "J2", Map.of("B", 50d, "X", 20d),
                "J3", Map.of("C", 50d, "X", 90d));

        assertThat(lines(rank(PLAIN, sheets(scores)))).containsExactly("1 X", "2 B", "3 A tied", "3 C tied");
    }

    @Test
    void aDifferenceBelowAMillionthIsATie() {
        var scores = Map.of("J1", Map.of("A", 50.00000001, "B", 50d));

        assertThat(rank(PLAIN, sheets(scores)))
                .allSatisfy(place -> assertThat(place.tied()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theOrderOfArrivalNeverMatters(long seed) {
        var random = new Random(seed);
        var sheets = new ArrayList<TeamSheet>();
        for (int t = 0; t < 12; t++) {
            var cards = new ArrayList<Scorecard>();
            for (int j = 0; j < 4; j++) {
                cards.add(card(judge(j), marks("score", 40 + 10 * random.nextInt(3))));
            }
            sheets.add(new TeamSheet(team(t), "Team " + t, cards));
        }
        var places = rank(PLAIN, sheets);

        Collections.shuffle(sheets, random);

        assertThat(rank(PLAIN, sheets)).as("seed %d", seed).isEqualTo(places);
        assertThat(places).hasSize(12);
        for (int i = 1; i < places.size(); i++) {
            var one = places.get(i - 1);
            var next = places.get(i);
            assertThat(next.rank()).isEqualTo(next.rank() == one.rank() ? one.rank() : i + 1);
            assertThat(next.score()).isLessThanOrEqualTo(one.score() + 1e-6);
        }
    }

    private static List<Place> rank(Rubric rubric, List<TeamSheet> sheets) {
        return Ranking.of(rubric, sheets, Ranking.means(rubric, sheets));
    }

    private static List<String> lines(List<Place> places) {
        return places.stream()
                .map(place -> place.rank() + " " + place.name() + (place.tied() ? " tied" : ""))
                .toList();
    }
}
