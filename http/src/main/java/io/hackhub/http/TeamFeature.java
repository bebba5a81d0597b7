package io.hackhub.http;

import io.hackhub.core.projection.Projections;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.team.Team;
import io.hackhub.core.team.TeamEvent;
import io.hackhub.core.team.TeamTables;

/// Teams, their people and projects.
final class TeamFeature {

    void start(Projections projections) {
        projections.<TeamEvent>table(
                "team-tables",
                Team.TAG,
                (db, stored) -> TeamTables.apply(db, TeamId.of(stored.entityId()), stored.event()));
    }
}
