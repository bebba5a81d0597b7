package io.hackhub.core.session;

import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.JsonSerializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the journal knows of a session. Positions are sorted by channel, so that equal states are stored equally.
record SessionState(List<Position> positions, List<Channel> followed, NotificationPreferences preferences)
        implements JsonSerializable {

    static final SessionState EMPTY = new SessionState(List.of(), List.of(), NotificationPreferences.STANDARD);

    SessionState {
        positions = List.copyOf(positions);
        followed = List.copyOf(followed);
    }

    boolean knows(Channel channel) {
        return positions.stream().anyMatch(it -> it.channel().equals(channel));
    }

    long position(Channel channel) {
        return positions.stream()
                .filter(it -> it.channel().equals(channel))
                .mapToLong(Position::seq)
                .findFirst()
                .orElse(0);
    }

    boolean follows(Channel channel) {
        return followed.contains(channel);
    }

    SessionState moved(Collection<Position> further) {
        var highest = Stream.concat(positions.stream(), further.stream())
                .collect(Collectors.toMap(Position::channel, Position::seq, Math::max));
        var sorted = highest.entrySet().stream()
                .map(entry -> new Position(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(it -> it.channel().text()))
                .toList();
        return new SessionState(sorted, followed, preferences);
    }

    SessionState following(Channel channel) {
        var more = Stream.concat(followed.stream(), Stream.of(channel)).toList();
        return new SessionState(positions, more, preferences);
    }

    SessionState notFollowing(Channel channel) {
        var fewer = followed.stream().filter(it -> !it.equals(channel)).toList();
        return new SessionState(positions, fewer, preferences);
    }

    SessionState preferring(NotificationPreferences chosen) {
        return new SessionState(positions, followed, chosen);
    }
}
