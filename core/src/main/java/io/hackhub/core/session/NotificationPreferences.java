package io.hackhub.core.session;

import io.hackhub.core.shared.Channel;
import java.util.List;

/// What a person wants to be told of: a rule for all channels, and the exceptions from it. Part of the stored schema.
public record NotificationPreferences(Level everywhere, List<OfChannel> overrides) {

    /// As chosen by somebody who never chose.
    public static final NotificationPreferences STANDARD = new NotificationPreferences(Level.MENTIONS, List.of());

    /// Which of a channel's events are worth a notification.
    public enum Level {
        ALL,
        MENTIONS,
        NOTHING
    }

    /// Another rule for one channel.
    public record OfChannel(Channel channel, Level level) {}

    public NotificationPreferences {
        overrides = List.copyOf(overrides);
    }

    public Level of(Channel channel) {
        return overrides.stream()
                .filter(it -> it.channel().equals(channel))
                .map(OfChannel::level)
                .findFirst()
                .orElse(everywhere);
    }
}
