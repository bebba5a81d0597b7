package io.hackhub.core.judging;

import io.hackhub.core.live.Bytes;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Boards as the leaderboard encodes them, for tests that hold them to the contract.
public final class BoardFrames {

    private static final TeamId FIRST = new TeamId(new UUID(7, 1));
    private static final TeamId SECOND = new TeamId(new UUID(7, 2));

    private BoardFrames() {}

    /// An empty board, a whole one, one that changed and lost a row, and a frozen one.
    public static List<Bytes> encoded() {
        var board = new ShownBoard(new Channel.Board(new HackathonId(new UUID(8, 1)), true), "epoch");
        var frames = new ArrayList<Bytes>(List.of(board.frame().board()));
        for (var rows : List.of(List.of(row(FIRST, 2, 71.239), row(SECOND, 1, 80)), List.of(row(FIRST, 1, 99.5)))) {
            board.show(rows, false).ifPresent(frame -> {
                frames.add(frame.board());
                if (frame.delta() != null) {
                    frames.add(frame.delta());
                }
            });
        }
        board.show(List.of(row(FIRST, 1, 99.5)), true).ifPresent(frame -> frames.add(frame.board()));
        return frames;
    }

    private static ResultRow row(TeamId team, int rank, double score) {
        return new ResultRow(team, "Team", score, rank, false);
    }
}
