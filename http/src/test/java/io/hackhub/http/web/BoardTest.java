package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Boards and their deltas: a delta fits one board only.
class BoardTest extends ModuleTest {

    private static final String BOARD = """
            const { applyDelta, replaceBoard } = await load("live/board.js");
            const row = (teamId, rank, score = 0) => ({ teamId, name: teamId, rank, score, delta: 0, tied: false });
            const board = { epoch: "e", version: 5, frozen: false, rows: [row("b", 2), row("a", 1), row("c", 3)] };
            const now = replaceBoard(null, board);
            const order = (it) => it?.rows.map((row) => row.teamId).join("");
            """;

    @Test
    void rowsStandByRank() {
        assertThat(run(BOARD + "return order(now);")).isEqualTo("abc");
    }

    @Test
    void aDeltaMovesAddsAndRemoves() {
        assertThat(run(BOARD + """
                const next = applyDelta(now, { epoch: "e", from: 5, to: 7, rows: [row("c", 1, 9), row("a", 2), row("d", 3)], removed: ["b"] });
                return [order(next), next.version, order(now)];
                """)).isEqualTo(List.of("cad", 7, "abc"));
    }

    @Test
    void aDeltaForAnotherVersionDoesNotApply() {
        assertThat(run(BOARD + "return applyDelta(now, { epoch: 'e', from: 4, to: 6, rows: [], removed: [] });"))
                .isNull();
    }

    @Test
    void aDeltaOfAnotherCountingDoesNotApply() {
        assertThat(run(BOARD + "return applyDelta(now, { epoch: 'f', from: 5, to: 6, rows: [], removed: [] });"))
                .isNull();
    }

    @Test
    void aDeltaBeforeAnyBoardDoesNotApply() {
        assertThat(run(BOARD + "return applyDelta(null, { epoch: 'e', from: 5, to: 6, rows: [], removed: [] });"))
                .isNull();
    }

    @Test
    void anOlderBoardOfTheSameCountingIsNotTaken() {
        assertThat(run(BOARD + "return replaceBoard(now, { ...board, version: 4, rows: [] }).version;"))
                .isEqualTo(5);
    }

    @Test
    void aBoardOfANewCountingIsTakenWhateverItsVersion() {
        assertThat(run(BOARD + "return replaceBoard(now, { ...board, epoch: 'f', version: 1 }).version;"))
                .isEqualTo(1);
    }
}
