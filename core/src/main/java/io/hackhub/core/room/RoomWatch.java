package io.hackhub.core.room;

import java.time.Duration;
import java.time.Instant;

/// What rooms tell those who watch over their node. Called in a room's turn, and must be as quick.
public interface RoomWatch {

    /// Nobody watches.
    RoomWatch NONE = new RoomWatch() {
        @Override
        public void committed(int commands, int events, Duration took) {}

        @Override
        public void recovered(Duration took) {}

        @Override
        public void failed() {}

        @Override
        public void answered(String trace, Stages stages) {}
    };

    /// The way of one command through its room.
    ///
    /// @param arrived in the queue
    /// @param decided its batch went to the journal
    /// @param committed its batch is in the journal
    /// @param answered published and acknowledged
    record Stages(Instant arrived, Instant decided, Instant committed, Instant answered) {}

    /// A batch is in the journal, `took` after it was given out.
    void committed(int commands, int events, Duration took);

    /// A room's journal has started and read what it needs.
    void recovered(Duration took);

    /// A room's journal is gone, because it failed or another wrote; a new one is started.
    void failed();

    /// A traced command was answered.
    void answered(String trace, Stages stages);
}
