package io.hackhub.http.live;

import io.hackhub.core.session.DeviceSignal;
import io.hackhub.core.session.DeviceSignal.ReadElsewhere;
import io.hackhub.core.session.DeviceSignal.Welcome;
import io.hackhub.core.session.SessionCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/// Connections as devices of their people's sessions: one actor of this node takes what all sessions say to them.
public final class DeviceDesk implements Sessions {

    private final ConcurrentMap<UUID, Device> devices = new ConcurrentHashMap<>();
    private final BiConsumer<UserId, SessionCommand> sessions;
    private final ActorRef<DeviceSignal> gateway;

    /// `sessions` hands a command to somebody's session, wherever in the cluster that lives.
    public static DeviceDesk start(ActorSystem<?> system, BiConsumer<UserId, SessionCommand> sessions) {
        return new DeviceDesk(system, sessions);
    }

    private DeviceDesk(ActorSystem<?> system, BiConsumer<UserId, SessionCommand> sessions) {
        this.sessions = sessions;
        this.gateway = system.systemActorOf(receive(), "device-desk", Props.empty());
    }

    private Behavior<DeviceSignal> receive() {
        return Behaviors.receiveMessage(signal -> {
            var device = devices.get(signal.device());
            if (device != null) {
                device.executor().execute(() -> tell(device, signal));
            }
            return Behaviors.same();
        });
    }

    private static void tell(Device device, DeviceSignal signal) {
        switch (signal) {
            case Welcome(var _, var positions) -> device.welcome(positions);
            case ReadElsewhere(var _, var channel, var seq) -> device.readElsewhere(channel, seq);
        }
    }

    @Override
    public void connect(UserId user, Device device) {
        devices.put(device.id(), device);
        sessions.accept(user, new SessionCommand.Connect(device.id(), gateway));
    }

    @Override
    public void stillHere(UserId user, Device device) {
        sessions.accept(user, new SessionCommand.StillHere(device.id(), gateway));
    }

    @Override
    public void read(UserId user, Device device, Channel channel, long seq) {
        sessions.accept(user, new SessionCommand.Read(device.id(), gateway, channel, seq));
    }

    @Override
    public void readElsewhere(UserId user, Channel channel, long seq) {
        sessions.accept(user, new SessionCommand.ReadElsewhere(channel, seq));
    }

    @Override
    public void disconnect(UserId user, Device device) {
        devices.remove(device.id());
        sessions.accept(user, new SessionCommand.Disconnect(device.id()));
    }

    @Override
    public void follow(UserId user, Channel channel) {
        sessions.accept(user, new SessionCommand.Follow(channel));
    }

    @Override
    public void unfollow(UserId user, Channel channel) {
        sessions.accept(user, new SessionCommand.Unfollow(channel));
    }
}
