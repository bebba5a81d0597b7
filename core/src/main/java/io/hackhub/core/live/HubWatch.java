package io.hackhub.core.live;

import java.time.Instant;

/// What a hub tells those who watch over its node. Called in the hub's turn, or on a lane, and must be as quick.
public interface HubWatch {

    /// Nobody watches.
    HubWatch NONE = new HubWatch() {
        @Override
        public void took(int events) {}

        @Override
        public void holds(int channels, int readers, long ringBytes) {}

        @Override
        public void fannedOut(String trace, Instant began, Instant ended, int readers) {}
    };

    /// Events that are new here, once a channel however many read it.
    void took(int events);

    /// What there is, each second.
    void holds(int channels, int readers, long ringBytes);

    /// A traced command's events have been handed to the connections of all its readers here.
    void fannedOut(String trace, Instant began, Instant ended, int readers);
}
