package io.hackhub.http;

import static java.util.stream.Collectors.toMap;

import io.hackhub.core.account.Card;
import io.hackhub.core.account.Cards;
import io.hackhub.core.account.User;
import io.hackhub.core.hackathon.Announcing;
import io.hackhub.core.hackathon.DueClock;
import io.hackhub.core.hackathon.DueHackathons;
import io.hackhub.core.hackathon.HackathonEvent;
import io.hackhub.core.hackathon.HackathonRecords;
import io.hackhub.core.hackathon.HackathonTables;
import io.hackhub.core.hackathon.Notifying;
import io.hackhub.core.hackathon.TellingJudging;
import io.hackhub.core.hackathon.TellingTeams;
import io.hackhub.core.organization.Managers;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.organization.Organizations;
import io.hackhub.core.projection.Projections;
import io.hackhub.core.room.History;
import io.hackhub.core.session.SessionCommand;
import io.hackhub.core.session.SessionCommand.SessionView;
import io.hackhub.core.session.SessionEvent;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamMembers;
import io.hackhub.http.hackathon.HackathonPorts;
import io.hackhub.http.hackathon.HackathonRoutes;
import io.hackhub.http.hackathon.MyMemberships;
import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Idempotency;
import io.hackhub.http.shared.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.SingletonActor;

/// The life of hackathons: their lists, what follows from their events, and the clock that moves them on.
final class HackathonFeature {

    private static final Duration POSITIONS = Duration.ofSeconds(3);

    final HackathonRecords records;
    private final Base base;
    private final Entities entities;

    HackathonFeature(Base base, Entities entities) {
        this.base = base;
        this.entities = entities;
        this.records = HackathonRecords.of(base.database(), base.clock());
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

    HackathonRoutes routes(
            AccountFeature account, OrganizationFeature organization, Idempotency idempotency, RateLimits limits) {
        return new HackathonRoutes(new HackathonPorts(
                account.guard,
                limits,
                idempotency::once,
                entities.hackathons,
                records,
                hosts(organization.organizations),
                people(account.cards),
                base::overridden,
                base.settings().verifyEmail(),
                base.clock(),
                base.random()));
    }

    /// How the routes of other features get to their hackathon.
    Visits visits(Guard guard) {
        return new Visits(guard, records::find, entities.hackathons, base::overridden);
    }

    /// What somebody takes part in, and how far they have read there.
    MyMemberships memberships(History history) {
        return new MyMemberships(records, this::mentored, history::heads, this::positions, base.clock());
    }

    private CompletionStage<List<TeamId>> mentored(UserId user) {
        return base.database().run(db -> TeamMembers.mentoredBy(db, user));
    }

    private CompletionStage<Map<Channel, Long>> positions(UserId user) {
        return AskPattern.<SessionCommand, SessionView>ask(
                        entities.session(user),
                        SessionCommand.Get::new,
                        POSITIONS,
                        base.system().scheduler())
                .thenApply(session -> session.positions().stream()
                        .collect(toMap(SessionEvent.Position::channel, SessionEvent.Position::seq)));
    }

    private static HackathonPorts.Hosts hosts(Organizations organizations) {
        return new HackathonPorts.Hosts() {
            @Override
            public CompletionStage<Map<OrganizationId, Organization>> findAll(Collection<OrganizationId> ids) {
                return organizations.findAll(ids);
            }

            @Override
            public CompletionStage<Managers> managers(OrganizationId organization) {
                return organizations.managers(organization);
            }
        };
    }

    private static HackathonPorts.People people(Cards cards) {
        return new HackathonPorts.People() {
            @Override
            public CompletionStage<Map<UserId, Card>> cards(Collection<UserId> ids) {
                return cards.cards(ids);
            }

            @Override
            public CompletionStage<Optional<User>> byEmailOrUsername(String text) {
                return cards.byEmailOrUsername(text);
            }
        };
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
