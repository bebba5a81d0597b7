package io.hackhub.core.session;

import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.shared.Channel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Positions that devices have reported and the journal does not have yet.
final class Unwritten {

    private final Map<Channel, Position> positions = new HashMap<>();

    void add(Position position) {
        positions.put(position.channel(), position);
    }

    long position(Channel channel) {
        var position = positions.get(channel);
        return position == null ? 0 : position.seq();
    }

    int size() {
        return positions.size();
    }

    boolean isEmpty() {
        return positions.isEmpty();
    }

    List<Position> sorted() {
        return positions.values().stream()
                .sorted(Comparator.comparing(it -> it.channel().text()))
                .toList();
    }

    /// What is true now: the stored state with these laid over it.
    SessionState over(SessionState stored) {
        return positions.isEmpty() ? stored : stored.moved(positions.values());
    }

    void clear() {
        positions.clear();
    }
}
