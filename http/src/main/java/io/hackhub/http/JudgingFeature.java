package io.hackhub.http;

import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.judging.JudgingPorts;
import io.hackhub.http.judging.JudgingRoutes;
import io.hackhub.http.shared.Asks;
import org.apache.pekko.http.javadsl.server.Route;

/// Scores, boards and results. What is live of them goes through the hub.
final class JudgingFeature {

    private final Base base;
    private final Entities entities;

    JudgingFeature(Base base, Entities entities) {
        this.base = base;
        this.entities = entities;
    }

    Route routes(Visits visits) {
        return new JudgingRoutes(new JudgingPorts(
                        visits, new Asks(base.system()), entities::leaderboard, base.clock(), base.random()))
                .routes();
    }
}
