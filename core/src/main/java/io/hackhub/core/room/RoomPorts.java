package io.hackhub.core.room;

import io.hackhub.core.live.Hubs;

/// What rooms need of others.
public record RoomPorts(
        Standings standings, Memberships memberships, People people, Inboxes inboxes, Hubs hubs, RoomWatch watch) {

    /// With nobody to watch.
    public RoomPorts(Standings standings, Memberships memberships, People people, Inboxes inboxes, Hubs hubs) {
        this(standings, memberships, people, inboxes, hubs, RoomWatch.NONE);
    }
}
