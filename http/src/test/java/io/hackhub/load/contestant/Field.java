package io.hackhub.load.contestant;

import io.hackhub.load.wire.FoundingDialect;
import io.hackhub.load.wire.PlainDialect;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts contestants by name.
public final class Field {

    private final Path logs;
    private final Path peers;
    private final AtomicInteger started = new AtomicInteger();

    /// @param logs where what HackHub says is kept
    /// @param peers where `npm ci` was run
    public Field(Path logs, Path peers) {
        this.logs = logs;
        this.peers = peers;
    }

    public Contestant start(String name, BenchDatabase.Address database) {
        return switch (name) {
            case "hackhub" -> HackHub.start(logs.resolve("hackhub" + started.incrementAndGet()), database, Map.of());
            case "socket.io" -> Peer.start(name, peers, "founding.js", FoundingDialect::new, database);
            case "ws" -> Peer.start(name, peers, "plain.js", PlainDialect::new, database);
            default ->
                throw new IllegalArgumentException(
                        "contestant: '%s' (expected: hackhub, socket.io or ws)".formatted(name));
        };
    }
}
