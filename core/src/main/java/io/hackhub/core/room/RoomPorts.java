package io.hackhub.core.room;

import io.hackhub.core.live.Hubs;

/// What rooms need of others.
public record RoomPorts(Standings standings, Memberships memberships, People people, Inboxes inboxes, Hubs hubs) {}
