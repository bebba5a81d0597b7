package io.hackhub.http;

import io.hackhub.core.projection.Projections;
import io.hackhub.core.team.Neighbours;
import io.hackhub.core.team.Team;
import io.hackhub.core.team.TeamEffects;
import io.hackhub.core.team.TeamTables;
import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.shared.Asks;
import io.hackhub.http.shared.Idempotency;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.team.TeamPorts;
import io.hackhub.http.team.TeamRoutes;
import java.security.SecureRandom;
import org.apache.pekko.http.javadsl.server.Route;

/// Teams, their people and projects.
final class TeamFeature {

    private final Base base;
    private final Entities entities;

    TeamFeature(Base base, Entities entities) {
        this.base = base;
        this.entities = entities;
    }

    void start(Projections projections) {
        var patience = base.system().settings().config().getDuration("hackhub.team.remind-after");
        var neighbours = new Neighbours(entities::room, entities::hackathon, patience);
        projections.table("team-tables", Team.TAG, new TeamTables());
        projections.consequence("team-effects", Team.TAG, new TeamEffects(base.system(), entities::team, neighbours));
    }

    Route routes(Visits visits, AccountFeature account, Idempotency idempotency, RateLimits limits) {
        return new TeamRoutes(new TeamPorts(
                        account.guard,
                        limits,
                        idempotency::once,
                        new Asks(base.system()),
                        entities::team,
                        entities::hackathon,
                        visits,
                        account.cards::cards,
                        base::overridden,
                        base.database(),
                        base.clock(),
                        new SecureRandom()))
                .routes();
    }
}
