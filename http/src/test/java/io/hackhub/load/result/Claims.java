package io.hackhub.load.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What must hold of the figures, and whether it does.
final class Claims {

    /// A bound of a median, or of the median of ratios where there is a `peer`.
    private record Claim(String text, String scenario, String figure, String peer, boolean atLeast, double bound) {}

    private static final String NOBODY = "";
    private static final String FOUNDING = "socket.io";
    private static final String DELIVERIES = "DELIVERIES_PER_SECOND";
    private static final String ACKNOWLEDGED = "ACKNOWLEDGED_PER_SECOND";

    private static final List<Claim> ALL = List.of(
            new Claim("1. one announcement at a time, 2,000 sockets", "announce-2000", DELIVERIES, FOUNDING, true, 1.3),
            new Claim("1. the same against `ws`", "announce-2000", DELIVERIES, "ws", true, 1),
            new Claim("1. 10,000 sockets, two a second", "announce-10000", "LAST_RECIPIENT_P99", NOBODY, false, 300),
            new Claim("2. a busy channel, 1,000 readers", "busy", "SUSTAINED_DELIVERIES", FOUNDING, true, 8),
            new Claim("3. chat, 64 senders", "chat-64", ACKNOWLEDGED, FOUNDING, true, 8),
            new Claim("3. chat, 256 senders", "chat-256", ACKNOWLEDGED, FOUNDING, true, 8),
            new Claim("3. at half load, 64 senders", "chat-64", "HALF_LOAD_ACK_P99", NOBODY, false, 50),
            new Claim("3. at half load, 256 senders", "chat-256", "HALF_LOAD_ACK_P99", NOBODY, false, 50),
            new Claim("3. one sender alone", "alone", "OVER_BARE_COMMIT", NOBODY, false, 3),
            new Claim("3. one hot room, 10 readers", "hot-10", ACKNOWLEDGED, NOBODY, true, 5000),
            new Claim("3. one hot room, 200 readers", "hot-200", ACKNOWLEDGED, NOBODY, true, 5000),
            new Claim("4. staleness of a board", "board", "STALENESS_P99", NOBODY, false, 250),
            new Claim("4. frames a score", "board", "FRAMES_PER_SCORE", FOUNDING, false, 1 / 50.0),
            new Claim("4. server CPU a score", "board", "SERVER_CPU_PER_SCORE", FOUNDING, false, 1 / 10.0),
            new Claim("5. memory of a socket", "memory", "RSS_PER_SOCKET", NOBODY, false, 12),
            new Claim("5. the same against Socket.IO", "memory", "RSS_PER_SOCKET", FOUNDING, false, 0.8),
            new Claim("5. heap of a socket", "memory", "HEAP_PER_SOCKET", NOBODY, false, 5),
            new Claim("8. half an hour at half load", "soak", "GROWING", NOBODY, false, 0));

    private final Latest latest;

    Claims(Latest latest) {
        this.latest = latest;
    }

    String table() {
        var lines = new ArrayList<String>();
        lines.add("| what | wanted | pinned | unpinned |");
        lines.add("|---|---|---|---|");
        for (var claim : ALL) {
            lines.add("| %s: %s | %s | %s | %s |"
                    .formatted(
                            claim.text(),
                            Tables.title(claim.figure()),
                            wanted(claim),
                            told(claim, true),
                            told(claim, false)));
        }
        return String.join("\n", lines);
    }

    private static String wanted(Claim claim) {
        var bound = (claim.atLeast() ? "≥ " : "≤ ") + Tables.number(claim.bound());
        return claim.peer().isEmpty() ? bound : bound + " × " + claim.peer();
    }

    private String told(Claim claim, boolean pinned) {
        return value(claim, pinned)
                .map(it -> Tables.number(it) + (holds(claim, it) ? " held" : " **not held**"))
                .orElse("not measured");
    }

    private static boolean holds(Claim claim, double value) {
        return claim.atLeast() ? value >= claim.bound() : value <= claim.bound();
    }

    private Optional<Double> value(Claim claim, boolean pinned) {
        var pairs = new Pairs(latest.of(claim.scenario(), pinned));
        return claim.peer().isEmpty()
                ? pairs.median("hackhub", claim.figure())
                : pairs.ratio("hackhub", claim.peer(), claim.figure());
    }
}
