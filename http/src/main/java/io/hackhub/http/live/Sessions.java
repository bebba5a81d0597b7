package io.hackhub.http.live;

import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;

/// A connection's way to its person's session, and back.
public interface Sessions {

    /// What a session tells one of its devices. Called on the device's own executor.
    interface Device {
        UUID id();

        Executor executor();

        void welcome(List<Position> positions);

        void readElsewhere(Channel channel, long seq);
    }

    /// Answered by [Device#welcome]; until [#disconnect] the device is told what the others read.
    void connect(UserId user, Device device);

    void stillHere(UserId user, Device device);

    void read(UserId user, Device device, Channel channel, long seq);

    /// Read on something that is no device here, such as a single request.
    void readElsewhere(UserId user, Channel channel, long seq);

    void disconnect(UserId user, Device device);

    void follow(UserId user, Channel channel);

    void unfollow(UserId user, Channel channel);
}
