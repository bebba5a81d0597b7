package io.hackhub.http;

import io.hackhub.core.hackathon.Announcing;
import io.hackhub.core.hackathon.DueClock;
import io.hackhub.core.hackathon.DueHackathons;
import io.hackhub.core.hackathon.HackathonEvent;
import io.hackhub.core.hackathon.HackathonTables;
import io.hackhub.core.hackathon.Notifying;
import io.hackhub.core.hackathon.TellingJudging;
import io.hackhub.core.hackathon.TellingTeams;
import io.hackhub.core.projection.Projections;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.SingletonActor;

/// The life of hackathons: their lists, what follows from their events, and the clock that moves them on.
final class HackathonFeature {

    private final Base base;
    private final Entities entities;

    HackathonFeature(Base base, Entities entities) {
        this.base = base;
        this.entities = entities;
    }

    void start(Projections projections, List<DueClock.Chore> otherChores) {
        var tag = HackathonEvent.TAG;
        projections.table("hackathon-tables", tag, new HackathonTables());
        projections.consequence("hackathon-announcing", tag, new Announcing(entities.hackathons, entities.rooms));
        projections.consequence("hackathon-notifying", tag, new Notifying(entities.hackathons, entities.rooms));
        projections.consequence("hackathon-to-teams", tag, new TellingTeams(entities.hackathons, entities.teams));
        projections.consequence("hackathon-to-judging", tag, new TellingJudging(entities.hackathons, entities.judging));
        startClock(otherChores);
    }

    /// One in the cluster. Whoever has something to do by the clock gives it a chore.
    private void startClock(List<DueClock.Chore> otherChores) {
        var chores = new ArrayList<>(otherChores);
        chores.add(new DueHackathons(base.database(), entities.hackathons));
        var beat = base.system().settings().config().getDuration("hackhub.hackathon.beat");
        ClusterSingleton.get(base.system())
                .init(SingletonActor.of(DueClock.create(base.clock(), beat, chores), "due-clock"));
    }
}
