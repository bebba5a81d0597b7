package io.hackhub.http;

import io.hackhub.core.announcement.Acknowledgements;
import io.hackhub.core.announcement.Announcements;
import io.hackhub.core.announcement.Bulletin;
import io.hackhub.core.announcement.DueAnnouncements;
import io.hackhub.core.announcement.Rooms;
import io.hackhub.core.room.History;
import io.hackhub.http.announcement.AnnouncementPorts;
import io.hackhub.http.announcement.AnnouncementRoutes;
import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.shared.Idempotency;
import io.hackhub.http.shared.RateLimits;
import org.apache.pekko.http.javadsl.server.Route;

/// What organizers broadcast: at once, later, or to some; and who has seen it.
final class AnnouncementFeature {

    final Acknowledgements acknowledgements;
    final DueAnnouncements due;
    private final Base base;
    private final Announcements announcements;

    AnnouncementFeature(Base base, Entities entities, History history) {
        var rooms = new Rooms(base.system(), entities::room);
        var bulletin = new Bulletin(history);
        this.base = base;
        this.announcements = Announcements.of(base.database(), rooms, bulletin, base.clock(), base.random());
        this.acknowledgements =
                new Acknowledgements(base.database(), entities.hackathons, rooms, bulletin, base.clock());
        this.due = new DueAnnouncements(base.database(), entities.hackathons, rooms, bulletin, base.random());
    }

    Route routes(Visits visits, AccountFeature account, Idempotency idempotency, RateLimits limits) {
        return new AnnouncementRoutes(new AnnouncementPorts(
                        visits,
                        limits,
                        idempotency::once,
                        announcements,
                        acknowledgements::seen,
                        account.cards::cards,
                        base.clock()))
                .routes();
    }
}
