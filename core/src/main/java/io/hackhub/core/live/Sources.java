package io.hackhub.core.live;

/// Where channels come from: hands a command to the room or board of its channel, wherever in the cluster that lives.
/// May lose it.
@FunctionalInterface
public interface Sources {
    void tell(SourceCommand command);
}
