package io.hackhub.load.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.load.wire.Faults;
import io.hackhub.load.wire.Histogram;
import io.hackhub.load.wire.Marker;
import io.hackhub.load.wire.Seat;
import io.hackhub.system.Api;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who sees which score of a HackHub board, and when. The same version is the same for everybody, so only the first
/// frame that reaches a version is parsed; of all the others the versions are read, which must join.
final class BoardWatch {

    private static final byte[] FROM = "\"from\":".getBytes(UTF_8);
    private static final byte[] TO = "\"to\":".getBytes(UTF_8);
    private static final byte[] VERSION = "\"version\":".getBytes(UTF_8);

    /// A score that is on its way to the screens.
    private record Given(String team, double score, long at) {}

    private final Faults faults;
    private final Map<String, Given> awaited = new HashMap<>();
    private final Map<Long, List<Given>> shownBy = new HashMap<>();
    private final Map<String, Double> board = new HashMap<>();
    private long newest = -1;
    private boolean counting;
    private long frames;
    private final Histogram staleness = new Histogram();
    private final List<Viewer> viewers = new ArrayList<>();

    BoardWatch(Faults faults) {
        this.faults = faults;
    }

    Viewer viewer() {
        var viewer = new Viewer();
        viewers.add(viewer);
        return viewer;
    }

    /// A team has a new score since `at`; what it had before and nobody saw yet is nobody's loss.
    void given(String team, double score, long at) {
        awaited.put(team, new Given(team, score, at));
    }

    void begin() {
        counting = true;
    }

    void end() {
        counting = false;
    }

    long frames() {
        return frames;
    }

    Histogram staleness() {
        return staleness;
    }

    /// Whether every viewer is at the newest version, and that shows all that was given.
    boolean isTrue(Map<String, Double> truth) {
        return viewers.stream().allMatch(it -> it.version == newest)
                && truth.entrySet().stream().allMatch(it -> it.getValue().equals(board.get(it.getKey())));
    }

    String untrue(Map<String, Double> truth) {
        return "void: %d viewers behind version %d; %d of %d teams not as scored"
                .formatted(
                        viewers.stream().filter(it -> it.version != newest).count(),
                        newest,
                        truth.entrySet().stream()
                                .filter(it -> !it.getValue().equals(board.get(it.getKey())))
                                .count(),
                        truth.size());
    }

    private void learn(ByteBuf frame, long version) {
        try {
            var rows = Api.JSON.readTree(frame.toString(UTF_8)).path("rows");
            newest = version;
            var shown = new ArrayList<Given>();
            for (var row : rows) {
                learn(row, shown);
            }
            shownBy.put(version, shown);
        } catch (IOException malformed) {
            faults.add("void: a board that is no JSON");
        }
    }

    private void learn(JsonNode row, List<Given> shown) {
        var team = row.path("teamId").asText();
        double score = row.path("score").asDouble();
        board.put(team, score);
        var given = awaited.get(team);
        if (given != null && given.score() == score) {
            shown.add(given);
            awaited.remove(team);
        }
    }

    /// One screen.
    final class Viewer implements Seat.Listener {
        private long version = -1;

        @Override
        public void board(ByteBuf frame) {
            long now = System.nanoTime();
            long whole = Marker.field(head(frame), VERSION);
            long to = whole == Marker.NONE ? Marker.field(head(frame), TO) : whole;
            if (whole == Marker.NONE) {
                join(Marker.field(head(frame), FROM));
            }
            if (to > newest) {
                learn(frame, to);
            }
            for (long passed = version + 1; passed <= to; passed++) {
                see(passed, now);
            }
            version = to;
            if (counting) {
                frames++;
            }
        }

        /// The first board came before anybody listened.
        private void join(long from) {
            if (version < 0) {
                version = from;
            } else if (from != version) {
                faults.add("void: a board's delta does not join: %d after %d".formatted(from, version));
            }
        }

        private void see(long passed, long now) {
            for (var given : shownBy.getOrDefault(passed, List.of())) {
                if (counting) {
                    staleness.add(now - given.at());
                }
            }
        }

        /// Where the versions stand.
        private static ByteBuf head(ByteBuf frame) {
            return frame.slice(frame.readerIndex(), Math.min(300, frame.readableBytes()));
        }
    }
}
