package io.hackhub.http.announcement;

import io.hackhub.core.account.Card;
import io.hackhub.core.announcement.Acknowledgements;
import io.hackhub.core.announcement.Announcements;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.hackathon.HackathonPorts.Once;
import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.shared.RateLimits;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/// What the routes here need of the rest of the program.
public record AnnouncementPorts(
        Visits visits,
        RateLimits limits,
        Once once,
        Announcements announcements,
        Seen seen,
        People people,
        InstantSource clock) {

    /// Who has acknowledged what.
    @FunctionalInterface
    public interface Seen {
        CompletionStage<Acknowledgements.Seen> of(UserId user, Collection<UUID> updates, boolean announces);
    }

    /// Everybody's card, also of those whose account is gone.
    @FunctionalInterface
    public interface People {
        CompletionStage<Map<UserId, Card>> cards(Collection<UserId> ids);
    }
}
