package io.hackhub.http.announcement;

import io.hackhub.core.announcement.Acknowledgements;
import io.hackhub.core.announcement.Announcements;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.hackathon.HackathonPorts.Cards;
import io.hackhub.http.hackathon.HackathonPorts.Once;
import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.shared.RateLimits;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/// What the routes here need of the rest of the program.
public record AnnouncementPorts(
        Visits visits,
        RateLimits limits,
        Once once,
        Announcements announcements,
        Seen seen,
        Cards people,
        InstantSource clock) {

    /// Who has acknowledged what.
    @FunctionalInterface
    public interface Seen {
        CompletionStage<Acknowledgements.Seen> of(UserId user, Collection<UUID> updates, boolean announces);
    }
}
