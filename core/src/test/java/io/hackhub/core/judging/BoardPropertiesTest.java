package io.hackhub.core.judging;

import static io.hackhub.core.judging.JudgingFixtures.judge;
import static io.hackhub.core.judging.JudgingFixtures.team;
import static io.hackhub.core.judging.LeaderboardFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.judging.LeaderboardCommand.Submission;
import io.hackhub.core.judging.LeaderboardEvent.Frozen;
import io.hackhub.core.judging.LeaderboardEvent.PanelArranged;
import io.hackhub.core.judging.LeaderboardEvent.Unfrozen;
import io.hackhub.core.live.BoardFrame;
import io.hackhub.core.shared.Uuids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must hold of boards whatever judges do: random scores, corrections, abstentions, freezes, over seeds.
class BoardPropertiesTest {

    private static final int TEAMS = 9;
    private static final int JUDGES = 4;
    private static final Rubric RUBRIC = new Rubric(
            List.of(new Criterion("idea", "Idea", 2, 1, 5, false), new Criterion("look", "Look", 1, 0, 10, true)));

    /// What a client holds: it applies frames by the protocol's rules and nothing else.
    private static final class Client {
        private long version;
        private final Map<String, JsonNode> rows = new LinkedHashMap<>();

        void receive(BoardFrame frame) {
            if (frame.delta() != null && frame.from() == version) {
                var delta = json(frame.delta());
                delta.get("removed").forEach(team -> rows.remove(team.asText()));
                delta.get("rows").forEach(row -> rows.put(row.get("teamId").asText(), row));
                version = delta.get("to").asLong();
            } else {
                var board = json(frame.board());
                rows.clear();
                board.get("rows").forEach(row -> rows.put(row.get("teamId").asText(), row));
                version = board.get("version").asLong();
            }
        }

        Map<String, JsonNode> byTeam() {
            return new TreeMap<>(rows);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void deltasAlwaysLeadToTheFullBoard(long seed) {
        var random = new Random(seed);
        var state = opened();
        var shown = new ShownBoard(LeaderboardFixture.OPEN, "epoch");
        var client = new Client();
        var late = new Client();
        for (int window = 0; window < 60; window++) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                state = next(state, random);
            }
            var frame = shown.show(state.publicRows(), state.frozen() != null);
            frame.ifPresent(client::receive);
            if (random.nextInt(3) == 0) {
                late.receive(shown.frame());
            }
            assertThat(client.byTeam()).as("seed %d, window %d", seed, window).isEqualTo(byTeam(shown.frame()));
        }
        late.receive(
                new BoardFrame("epoch", -1, shown.frame().to(), shown.frame().board(), null));
        assertThat(late.byTeam()).as("seed %d", seed).isEqualTo(byTeam(shown.frame()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void theBoardIsWhatTheScorecardsSayWorkedOutFromNothing(long seed) {
        var random = new Random(seed);
        var state = opened();
        for (int i = 0; i < 120; i++) {
            state = next(state, random);
        }

        var means = new TreeMap<String, Double>();
        for (var sheet : state.sheets()) {
            double sum = 0;
            int count = 0;
            for (var card : sheet.cards()) {
                if (card.complete()) {
                    var given = card.criteria().given();
                    double idea = 2 * (given.getOrDefault("idea", 0d) - 1) / 4;
                    boolean look = given.containsKey("look");
                    double share = look ? (idea + given.getOrDefault("look", 0d) / 10) / 3 : idea / 2;
                    sum += 100 * share;
                    count++;
                }
            }
            if (count > 0) {
                means.put(sheet.name(), Math.round(sum / count * 1e6) / 1e6);
            }
        }
        var shown = new TreeMap<String, Double>();
        state.fullRows().forEach(row -> shown.put(row.name(), Math.round(row.score() * 1e6) / 1e6));

        assertThat(shown).as("seed %d", seed).isEqualTo(means);
        assertThat(state.fullRows()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void aFrozenBoardDoesNotDependOnWhatIsHidden(long seed) {
        var before = opened();
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            before = scored(before, random);
        }
        before = before.after(new Frozen(before.publicRows(), null, JudgingFixtures.NINE));
        var one = new ShownBoard(LeaderboardFixture.OPEN, "epoch");
        var other = new ShownBoard(LeaderboardFixture.OPEN, "epoch");
        one.show(before.publicRows(), true);
        other.show(before.publicRows(), true);

        var scored = before;
        for (int i = 0; i < 60; i++) {
            scored = scored(scored, random);
            assertThat(one.show(scored.publicRows(), true)).as("seed %d", seed).isEmpty();
        }

        assertThat(one.frame()).as("seed %d", seed).isEqualTo(other.frame());
        assertThat(scored.publicRows()).isEqualTo(before.publicRows());
    }

    private static LeaderboardState opened() {
        var teams = IntStream.range(0, TEAMS)
                .mapToObj(n -> new Entrant(team(n), "Team " + n))
                .toList();
        var judges = IntStream.range(0, JUDGES).mapToObj(JudgingFixtures::judge).toList();
        return LeaderboardState.EMPTY.after(
                new PanelArranged(1, RUBRIC, judges, teams, LeaderboardVisibility.PUBLIC, null, JudgingFixtures.NINE));
    }

    private static LeaderboardState next(LeaderboardState state, Random random) {
        if (random.nextInt(25) == 0) {
            return state.frozen() == null
                    ? state.after(new Frozen(state.publicRows(), judge(9), JudgingFixtures.NINE))
                    : state.after(new Unfrozen(judge(9), JudgingFixtures.NINE));
        }
        return scored(state, random);
    }

    private static LeaderboardState scored(LeaderboardState state, Random random) {
        var now = Instant.ofEpochMilli(1_000_000 + random.nextInt(1_000_000));
        var given = new TreeMap<String, Double>(Map.of("idea", 1d + random.nextInt(5)));
        Set<String> abstained = Set.of();
        if (random.nextInt(4) == 0) {
            abstained = Set.of("look");
        } else {
            given.put("look", (double) random.nextInt(11));
        }
        var card = new Submission(
                Uuids.v7(now, random),
                judge(random.nextInt(JUDGES)),
                team(random.nextInt(TEAMS)),
                new Marks(given, abstained),
                null,
                random.nextInt(6) > 0);
        return Submissions.decide(state, card, null, now) instanceof Submissions.Accept(var event)
                ? state.after(event)
                : state;
    }

    private static Map<String, JsonNode> byTeam(BoardFrame frame) {
        var rows = new TreeMap<String, JsonNode>();
        @Nullable JsonNode all = json(frame.board()).get("rows");
        var list = new ArrayList<JsonNode>();
        all.forEach(list::add);
        list.forEach(row -> rows.put(row.get("teamId").asText(), row));
        return rows;
    }
}
