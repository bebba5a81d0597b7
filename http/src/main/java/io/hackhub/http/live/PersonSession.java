package io.hackhub.http.live;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one connection tells the session of its person, from signing in to the end. Before and after, and for a guest,
/// there is nobody to tell.
final class PersonSession {

    private static final Duration HERE_EVERY = Duration.ofSeconds(60);

    private final Sessions sessions;
    private final Sessions.Device device;
    private @Nullable UserId user;
    private Instant hereAt;

    PersonSession(Sessions sessions, Sessions.Device device, Instant now) {
        this.sessions = sessions;
        this.device = device;
        this.hereAt = now.plus(HERE_EVERY);
    }

    void begin(UserId person) {
        user = person;
        sessions.connect(person, device);
    }

    void end() {
        if (user != null) {
            sessions.disconnect(user, device);
            user = null;
        }
    }

    void tick(Instant now) {
        if (user != null && !now.isBefore(hereAt)) {
            hereAt = now.plus(HERE_EVERY);
            sessions.stillHere(user, device);
        }
    }

    void read(Map<Channel, Long> reads) {
        var person = user;
        if (person != null) {
            reads.forEach((channel, seq) -> sessions.read(person, device, channel, seq));
        }
    }

    void follow(Channel channel) {
        if (user != null) {
            sessions.follow(user, channel);
        }
    }

    void unfollow(Channel channel) {
        if (user != null) {
            sessions.unfollow(user, channel);
        }
    }
}
