package io.hackhub.http;

import io.hackhub.core.live.HubCommand.WhoIs;
import io.hackhub.core.live.SourceCommand.Who;
import io.hackhub.core.room.History;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.statistics.Statistics;
import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.shared.Asks;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.statistics.StatisticsRoutes;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.server.Route;

/// How hackathons are doing, in numbers.
final class StatisticsFeature {

    private final Entities entities;
    private final Asks asks;
    private final Statistics statistics;

    StatisticsFeature(Base base, Entities entities, History history) {
        this.entities = entities;
        this.asks = new Asks(base.system());
        this.statistics = new Statistics(base.database(), history, this::present, base.clock());
    }

    Route routes(Visits visits, RateLimits limits) {
        return new StatisticsRoutes(visits, limits, statistics::of).routes();
    }

    /// Whoever has any of its pages open follows its announcements. A room that does not answer keeps no figure back.
    private CompletionStage<Integer> present(HackathonId hackathon) {
        var channel = new Channel.Announcements(hackathon);
        return asks.<RoomCommand, WhoIs>ask(
                        entities.room(channel),
                        replyTo -> new RoomCommand.FromHub(new Who(channel, 0, List.of(), replyTo)))
                .handle((who, failure) -> failure == null ? who.readers() : 0);
    }
}
