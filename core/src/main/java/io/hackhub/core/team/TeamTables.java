package io.hackhub.core.team;

import io.hackhub.core.projection.ReadTable;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.team.TeamEvent.DepartureSettled;
import io.hackhub.core.team.TeamEvent.HackathonKnown;
import io.hackhub.core.team.TeamEvent.InvitationCreated;
import io.hackhub.core.team.TeamEvent.InvitationRevoked;
import io.hackhub.core.team.TeamEvent.JoinRefused;
import io.hackhub.core.team.TeamEvent.LeadershipPassed;
import io.hackhub.core.team.TeamEvent.MemberJoined;
import io.hackhub.core.team.TeamEvent.MemberLeft;
import io.hackhub.core.team.TeamEvent.MentorInvited;
import io.hackhub.core.team.TeamEvent.MentorRemoved;
import io.hackhub.core.team.TeamEvent.ProjectSaved;
import io.hackhub.core.team.TeamEvent.ProjectSubmitted;
import io.hackhub.core.team.TeamEvent.SubmissionWithdrawn;
import io.hackhub.core.team.TeamEvent.TeamDisbanded;
import io.hackhub.core.team.TeamEvent.TeamEdited;
import io.hackhub.core.team.TeamEvent.TeamFormed;
import java.sql.Connection;
import java.sql.SQLException;

/// Carries each event into the read tables: [TeamDirectory], [TeamMembers], [ProjectGallery]. Run exactly once an
/// event, in one transaction with the projection's offset.
public final class TeamTables implements ReadTable<TeamEvent> {

    @Override
    public void apply(Connection db, Stored<TeamEvent> stored) throws SQLException {
        apply(db, TeamId.of(stored.entityId()), stored.event());
    }

    static void apply(Connection db, TeamId team, TeamEvent event) throws SQLException {
        switch (event) {
            case TeamFormed e -> TeamDirectory.formed(db, team, e);
            case TeamEdited e -> TeamDirectory.edited(db, team, e);
            case TeamDisbanded e -> {
                TeamDirectory.disbanded(db, team, e.at());
                TeamMembers.removeAll(db, team);
                ProjectGallery.draftGone(db, team);
            }
            case MemberJoined e -> {
                TeamDirectory.joined(db, team, e.user(), e.at());
                TeamMembers.add(db, team, e.user(), TeamRole.MEMBER, e.at());
            }
            case MemberLeft e -> {
                TeamDirectory.left(db, team, e.user(), e.at());
                TeamMembers.remove(db, team, e.user(), TeamRole.MEMBER);
            }
            case LeadershipPassed e -> TeamDirectory.led(db, team, e.to(), e.at());
            case MentorInvited e -> {
                TeamDirectory.touched(db, team, e.at());
                TeamMembers.add(db, team, e.user(), TeamRole.MENTOR, e.at());
            }
            case MentorRemoved e -> {
                TeamDirectory.touched(db, team, e.at());
                TeamMembers.remove(db, team, e.user(), TeamRole.MENTOR);
            }
            case ProjectSaved e -> ProjectGallery.saved(db, team, e.project());
            case ProjectSubmitted e -> {
                TeamDirectory.submitted(db, team, true, e.at());
                ProjectGallery.submitted(db, team, e.submission());
            }
            case SubmissionWithdrawn e -> {
                TeamDirectory.submitted(db, team, false, e.at());
                ProjectGallery.withdrawn(db, team);
            }
            case HackathonKnown e -> TeamDirectory.known(db, team, e);
            case InvitationCreated _, InvitationRevoked _, JoinRefused _, DepartureSettled _ -> {}
        }
    }
}
