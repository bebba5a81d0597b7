package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonEvent.CheckedIn;
import io.hackhub.core.hackathon.HackathonEvent.Created;
import io.hackhub.core.hackathon.HackathonEvent.DetailsChanged;
import io.hackhub.core.hackathon.HackathonEvent.LossApplied;
import io.hackhub.core.hackathon.HackathonEvent.ManagersChanged;
import io.hackhub.core.hackathon.HackathonEvent.Promoted;
import io.hackhub.core.hackathon.HackathonEvent.Registered;
import io.hackhub.core.hackathon.HackathonEvent.Rescheduled;
import io.hackhub.core.hackathon.HackathonEvent.StaffChanged;
import io.hackhub.core.hackathon.HackathonEvent.StartHeld;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimReleased;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimSettled;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimed;
import io.hackhub.core.hackathon.HackathonEvent.Withdrawn;
import io.hackhub.core.projection.ReadTable;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps the lists, the memberships and the due table in step with the events of hackathons.
public final class HackathonTables implements ReadTable<HackathonEvent> {

    /// What is not answered after this is asked again by the clock, if the hackathon itself is not there to do it.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public void apply(Connection db, Stored<HackathonEvent> stored) throws SQLException {
        var id = HackathonId.of(stored.entityId());
        switch (stored.event()) {
            case Created e -> created(db, id, e);
            case DetailsChanged e -> HackathonDirectory.details(db, id, e.details(), e.at());
            case Rescheduled e -> rescheduled(db, id, e);
            case StatusChanged e -> statusChanged(db, id, e);
            case StartHeld _ -> held(db, id);
            case ManagersChanged e -> managersChanged(db, id, e, stored.sequence());
            case StaffChanged e -> staffChanged(db, id, e, stored.sequence());
            case Registered e -> registered(db, id, e, stored.sequence());
            case Promoted e -> promoted(db, id, e);
            case CheckedIn e -> HackathonMembers.registration(db, id, e.user(), RegistrationStatus.CHECKED_IN);
            case Withdrawn e -> withdrawn(db, id, e, stored.sequence());
            case TeamClaimed e -> DueTable.put(db, id, DueTable.claim(e.user()), e.at().plus(PATIENCE));
            case TeamClaimSettled e -> teamDecided(db, id, e.user(), e.team());
            case TeamClaimReleased e -> teamDecided(db, id, e.user(), null);
            case LossApplied e -> DueTable.remove(db, id, DueTable.loss(e.user(), e.version()));
        }
    }

    private static void created(Connection db, HackathonId id, Created e) throws SQLException {
        HackathonDirectory.insert(db, id, e);
        HackathonMembers.managers(db, id, e.managers());
    }

    private static void rescheduled(Connection db, HackathonId id, Rescheduled e) throws SQLException {
        HackathonDirectory.milestones(db, id, e.milestones(), e.at());
        next(db, id);
    }

    private static void statusChanged(Connection db, HackathonId id, StatusChanged e) throws SQLException {
        HackathonDirectory.status(db, id, e.to(), e.at());
        next(db, id);
    }

    private static void held(Connection db, HackathonId id) throws SQLException {
        HackathonDirectory.held(db, id);
        next(db, id);
    }

    /// A held start is not looked at again each second: the first team, or a new date, wakes it.
    private static void next(Connection db, HackathonId id) throws SQLException {
        var entry = HackathonDirectory.find(db, id).orElseThrow();
        var step =
                entry.held() ? null : entry.milestones().next(entry.written()).orElse(null);
        if (step == null) {
            DueTable.remove(db, id, DueTable.MILESTONE);
        } else {
            DueTable.put(db, id, DueTable.MILESTONE, step.at());
        }
    }

    private static void managersChanged(Connection db, HackathonId id, ManagersChanged e, long version)
            throws SQLException {
        var kept = e.managers().stream().map(Manager::user).toList();
        for (var user : HackathonMembers.managers(db, id)) {
            if (!kept.contains(user)) {
                lost(db, id, user, version, e.at());
            }
        }
        HackathonMembers.managers(db, id, e.managers());
    }

    private static void staffChanged(Connection db, HackathonId id, StaffChanged e, long version) throws SQLException {
        if (!e.roles().containsAll(HackathonMembers.roles(db, id, e.user()))) {
            lost(db, id, e.user(), version, e.at());
        }
        HackathonMembers.roles(db, id, e.user(), e.roles());
    }

    private static void registered(Connection db, HackathonId id, Registered e, long arrival) throws SQLException {
        HackathonMembers.registered(db, id, e, arrival);
        boolean waits = e.status() == RegistrationStatus.WAITLISTED;
        HackathonDirectory.count(db, id, waits ? 0 : 1, waits ? 1 : 0);
    }

    private static void promoted(Connection db, HackathonId id, Promoted e) throws SQLException {
        HackathonMembers.registration(db, id, e.user(), RegistrationStatus.REGISTERED);
        HackathonDirectory.count(db, id, 1, -1);
    }

    private static void withdrawn(Connection db, HackathonId id, Withdrawn e, long version) throws SQLException {
        var before = HackathonMembers.registration(db, id, e.user(), RegistrationStatus.CANCELLED);
        boolean waited = before.filter(RegistrationStatus.WAITLISTED::equals).isPresent();
        HackathonDirectory.count(db, id, waited ? 0 : -1, waited ? -1 : 0);
        HackathonMembers.team(db, id, e.user(), null);
        HackathonDirectory.teams(db, id, HackathonMembers.teams(db, id));
        DueTable.remove(db, id, DueTable.claim(e.user()));
        lost(db, id, e.user(), version, e.at());
    }

    private static void teamDecided(Connection db, HackathonId id, UserId user, @Nullable TeamId team)
            throws SQLException {
        HackathonMembers.team(db, id, user, team);
        HackathonDirectory.teams(db, id, HackathonMembers.teams(db, id));
        DueTable.remove(db, id, DueTable.claim(user));
    }

    /// As the hackathon itself numbers what somebody lost: by the event's place in its journal.
    private static void lost(Connection db, HackathonId id, UserId user, long version, Instant at) throws SQLException {
        DueTable.put(db, id, DueTable.loss(user, version), at.plus(PATIENCE));
    }
}
