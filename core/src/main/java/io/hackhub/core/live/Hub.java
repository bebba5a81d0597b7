package io.hackhub.core.live;

import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.HubCommand.AskWho;
import io.hackhub.core.live.HubCommand.Asleep;
import io.hackhub.core.live.HubCommand.BoardIs;
import io.hackhub.core.live.HubCommand.Cut;
import io.hackhub.core.live.HubCommand.Events;
import io.hackhub.core.live.HubCommand.FromGateway;
import io.hackhub.core.live.HubCommand.FromSource;
import io.hackhub.core.live.HubCommand.Gone;
import io.hackhub.core.live.HubCommand.Head;
import io.hackhub.core.live.HubCommand.Repair;
import io.hackhub.core.live.HubCommand.RightsAre;
import io.hackhub.core.live.HubCommand.Signal;
import io.hackhub.core.live.HubCommand.Subscribe;
import io.hackhub.core.live.HubCommand.Unsubscribe;
import io.hackhub.core.live.HubCommand.Up;
import io.hackhub.core.live.HubCommand.WhoIs;
import io.hackhub.core.shared.Channel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// What a [NodeHub] does, free of actors so that every order of things can be tried: follows the channels that somebody
/// here reads ([Following]), lets readers in and out ([Admissions]), and answers them ([Questions], [Repairs]). One
/// thread at a time.
final class Hub {

    static final long MOST_BYTES = 128L * 1024 * 1024;
    /// How long a reader waits for a source's answer.
    static final Duration PATIENCE = Duration.ofSeconds(6);

    /// How to wait without blocking: `then` runs in the hub's turn.
    interface Turn {
        <T> void after(CompletionStage<T> work, BiConsumer<@Nullable T, @Nullable Throwable> then);
    }

    private final InstantSource clock;
    private final HubWatch watch;
    private final Tracks tracks;
    private final Admissions admissions;
    private final Following following;
    private final Questions questions;
    private final Repairs repairs;

    Hub(Sources sources, Backlog backlog, InstantSource clock, ActorRef<HubCommand> self, Turn turn, long mostBytes) {
        this(sources, backlog, clock, self, turn, mostBytes, HubWatch.NONE);
    }

    Hub(
            Sources sources,
            Backlog backlog,
            InstantSource clock,
            ActorRef<HubCommand> self,
            Turn turn,
            long mostBytes,
            HubWatch watch) {
        var upstream = new Upstream(sources, clock, self);
        var older = new OlderEvents(backlog, turn);
        this.clock = clock;
        this.watch = watch;
        this.tracks = new Tracks(mostBytes, watch);
        this.admissions = new Admissions(tracks, upstream, older, clock);
        this.following = new Following(tracks, upstream, older, admissions);
        this.questions = new Questions(tracks, upstream, clock);
        this.repairs = new Repairs(tracks, older);
    }

    void on(FromSource message) {
        switch (message) {
            case Events it -> on(it.channel(), track -> events(track, it));
            case Head(var channel, var head) -> on(channel, it -> following.head(it, head));
            case Up(var channel) -> following.up(channel);
            case Asleep(var channel, var head) -> on(channel, it -> following.asleep(it, head));
            case Signal(var channel, var frame, var toWriters) -> on(channel, it -> it.feed.signal(frame, toWriters));
            case BoardIs(var channel, var board) -> on(channel, it -> following.board(it, board));
            case Cut(var channel, var user) -> on(channel, it -> following.cut(it, user));
            case RightsAre it -> on(it.channel(), track -> following.rights(track, it));
            case Admission it -> admissions.admission(it);
            case WhoIs it -> questions.answer(it);
        }
    }

    private void events(Track track, Events it) {
        var trace = it.trace();
        if (trace == null) {
            following.events(track, it.events());
            return;
        }
        var began = clock.instant();
        following.events(track, it.events());
        int readers = track.feed.count();
        track.feed.onceWritten(() -> watch.fannedOut(trace, began, clock.instant(), readers));
    }

    private void on(Channel channel, Consumer<Track> action) {
        tracks.find(channel).ifPresent(action);
    }

    void on(FromGateway message) {
        switch (message) {
            case Subscribe it -> admissions.subscribe(it);
            case Unsubscribe it -> admissions.unsubscribe(it);
            case Repair it -> repairs.repair(it);
            case AskWho it -> questions.ask(it);
            case Gone(var subscriber) -> admissions.leaveAll(subscriber);
        }
    }

    /// The clock, each second.
    void sweep() {
        var now = clock.instant();
        int readers = 0;
        for (var track : tracks.all()) {
            admissions.sweep(track, now);
            following.sweep(track, now);
            readers += track.feed.count();
        }
        watch.holds(tracks.count(), readers, tracks.bytes());
        questions.sweep(now);
    }
}
