package io.hackhub.core.team;

import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import java.time.Duration;
import java.util.function.Function;
import org.apache.pekko.actor.typed.RecipientRef;

/// Whom a team tells of its changes: sharded entities in production, probes in tests. What is not answered within
/// `patience` is said again.
public record Neighbours(
        Function<Channel.Log, RecipientRef<RoomCommand>> rooms,
        Function<HackathonId, RecipientRef<HackathonCommand>> hackathons,
        Duration patience) {}
