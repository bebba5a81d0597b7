package io.hackhub.core.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.live.BoardFrame;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.JsonMapper;
import io.hackhub.core.shared.TeamId;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One board as its channel shows it: told the rows of now, it says what went on screen since the last window. Scores
/// are shown with two decimals, and only what is shown makes a version; so a version tells nothing of what is not
/// shown.
final class ShownBoard {

    /// A row on the wire. `delta` = places gained since the previous board.
    record Row(int rank, TeamId teamId, String name, double score, int delta, boolean tied) {
        private boolean showsAs(Row other) {
            return rank == other.rank
                    && teamId.equals(other.teamId)
                    && name.equals(other.name)
                    && score == other.score
                    && tied == other.tied;
        }
    }

    private record Whole(String type, Channel channel, String epoch, long version, boolean frozen, List<Row> rows) {}

    private record Delta(
            String type, Channel channel, String epoch, long from, long to, List<Row> rows, List<TeamId> removed) {}

    private static final ObjectMapper JSON = JsonMapper.create();

    /// Of the largest events: longer boards are cut, so that a frame fits between nodes.
    private static final int MOST_ROWS = 1_000;

    private static final int MOST_BYTES = 200 * 1024;

    private final Channel.Board channel;
    private final String epoch;
    private List<Row> rows = List.of();
    private boolean frozen;
    private BoardFrame frame;

    ShownBoard(Channel.Board channel, String epoch) {
        this.channel = channel;
        this.epoch = epoch;
        this.frame = new BoardFrame(epoch, 0, 0, whole(0), null);
    }

    /// The newest frame; version 0 has no rows.
    BoardFrame frame() {
        return frame;
    }

    /// Shows these rows; empty where nothing changes on screen.
    Optional<BoardFrame> show(List<ResultRow> now, boolean isFrozen) {
        var next = rowsOf(now);
        if (isFrozen == frozen && sameOnScreen(next)) {
            return Optional.empty();
        }
        var before = rows;
        boolean sameFrozen = isFrozen == frozen;
        rows = next;
        frozen = isFrozen;
        long from = frame.to();
        var board = whole(from + 1);
        var delta = sameFrozen ? delta(from, before) : null;
        boolean fits = delta != null && board.length() + delta.length() <= MOST_BYTES;
        frame = new BoardFrame(epoch, from, from + 1, board, fits ? delta : null);
        return Optional.of(frame);
    }

    private List<Row> rowsOf(List<ResultRow> now) {
        var ranks = new HashMap<TeamId, Integer>();
        rows.forEach(row -> ranks.put(row.teamId(), row.rank()));
        return now.stream()
                .limit(MOST_ROWS)
                .map(row -> new Row(
                        row.rank(),
                        row.team(),
                        row.name(),
                        Math.round(row.score() * 100) / 100d,
                        ranks.getOrDefault(row.team(), row.rank()) - row.rank(),
                        row.tied()))
                .toList();
    }

    private boolean sameOnScreen(List<Row> next) {
        if (next.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < next.size(); i++) {
            if (!next.get(i).showsAs(rows.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Bytes whole(long version) {
        return encode(new Whole("board", channel, epoch, version, frozen, rows));
    }

    private Bytes delta(long from, List<Row> before) {
        Map<TeamId, Row> old = new HashMap<>();
        before.forEach(row -> old.put(row.teamId(), row));
        var changed = new ArrayList<Row>();
        for (var row : rows) {
            @Nullable Row was = old.remove(row.teamId());
            if (!row.equals(was)) {
                changed.add(row);
            }
        }
        return encode(new Delta("board.delta", channel, epoch, from, from + 1, changed, List.copyOf(old.keySet())));
    }

    private static Bytes encode(Object frame) {
        try {
            return new Bytes(JSON.writeValueAsBytes(frame));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
