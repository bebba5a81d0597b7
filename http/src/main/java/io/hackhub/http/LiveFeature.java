package io.hackhub.http;

import static org.apache.pekko.http.javadsl.server.Directives.concat;

import io.hackhub.cluster.CannotStart;
import io.hackhub.core.announcement.Acknowledgements;
import io.hackhub.core.judging.LeaderboardCommand;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.HubDirectory;
import io.hackhub.core.live.NodeHub;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.room.History;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.room.RoomPorts;
import io.hackhub.core.shared.Channel;
import io.hackhub.http.live.AsyncApiRoute;
import io.hackhub.http.live.ChannelRoutes;
import io.hackhub.http.live.CommandDesk;
import io.hackhub.http.live.DeviceDesk;
import io.hackhub.http.live.LiveGateway;
import io.hackhub.http.live.LivePorts;
import io.hackhub.http.live.LiveSettings;
import io.hackhub.http.shared.Asks;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.watch.HubMeters;
import io.hackhub.http.watch.RoomMeters;
import io.micrometer.core.instrument.Gauge;
import java.net.BindException;
import java.time.Duration;
import java.util.Set;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.http.javadsl.server.Route;

/// From rooms and boards to sockets and back: this node's hub, what rooms need, and the live gateway.
final class LiveFeature {

    private static final Duration GOODBYE = Duration.ofSeconds(2);

    final HubDirectory hubs = new HubDirectory();
    final History history;
    final ActorRef<HubCommand> hub;
    private final Base base;
    private final Entities entities;
    private final AccountFeature account;
    private final CommandDesk commands;
    private final DeviceDesk devices;
    private final HubMeters meters;

    LiveFeature(
            Base base, Entities entities, AccountFeature account, History history, Acknowledgements acknowledgements) {
        this.base = base;
        this.entities = entities;
        this.account = account;
        this.history = history;
        base.spawn("hub-directory", hubs.keeper());
        this.meters = new HubMeters(base.metrics(), base.traces());
        this.hub = base.system()
                .systemActorOf(
                        NodeHub.create(this::source, meters.counted(history), base.clock(), meters),
                        "hub",
                        Props.empty());
        this.commands = CommandDesk.start(
                base.system(), new EntityTargets(entities, acknowledgements), base.clock(), base.traces());
        commands.watchNodes(base.system());
        Gauge.builder("hackhub.live.commands.waiting", commands::waiting)
                .description("Commands that are not answered yet")
                .register(base.metrics());
        this.devices = DeviceDesk.start(
                base.system(), (user, command) -> entities.session(user).tell(command));
    }

    Route routes(RateLimits limits) {
        var reads = meters.historyReads("rest");
        return concat(
                new AsyncApiRoute().routes(),
                new ChannelRoutes(
                                new Asks(base.system()),
                                entities::room,
                                (channel, before, after, limit) -> {
                                    reads.increment();
                                    return history.page(channel, before, after, limit);
                                },
                                commands,
                                devices,
                                account.guard,
                                limits)
                        .routes());
    }

    RoomPorts roomPorts() {
        return new RoomPorts(
                entities.hackathons,
                entities.teams,
                account.people(),
                (user, delivery) -> entities.room(new Channel.Inbox(user)).tell(delivery),
                hubs,
                new RoomMeters(base.metrics(), base.traces()));
    }

    /// Listens. When the node stops, its sockets are told first.
    void start() {
        var gateway = listen();
        CoordinatedShutdown.get(base.system())
                .addTask(
                        CoordinatedShutdown.PhaseBeforeServiceUnbind(),
                        "goaway",
                        () -> gateway.drain(GOODBYE).thenApply(_ -> Done.getInstance()));
    }

    private LiveGateway listen() {
        var http = base.settings().http();
        var settings = LiveSettings.of(
                        http.host(),
                        http.livePort(),
                        Cluster.get(base.system()).selfMember().address().hostPort(),
                        Set.copyOf(http.allowedOrigins()))
                .withTrustedProxies(http.trustedProxies())
                .withRateLimits(base.settings().rateLimits());
        try {
            return LiveGateway.start(settings, ports(), base.metrics());
        } catch (Exception failure) {
            if (failure instanceof BindException taken) {
                throw CannotStart.configuration(
                        "HACKHUB_LIVE_PORT", Integer.toString(http.livePort()), "a free port; " + taken.getMessage());
            }
            throw failure;
        }
    }

    private LivePorts ports() {
        return new LivePorts(
                hub::tell, commands, devices, account.revocations, account.cards::author, base.clock(), base.random());
    }

    private void source(SourceCommand command) {
        switch (command.channel()) {
            case Channel.Log log -> entities.room(log).tell(new RoomCommand.FromHub(command));
            case Channel.Board board ->
                entities.leaderboard(board.hackathon()).tell(new LeaderboardCommand.FromHub(command));
        }
    }
}
