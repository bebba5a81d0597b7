package io.hackhub.core.room;

import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand.AcksAre;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.room.RoomCommand.FromHub;
import io.hackhub.core.room.RoomCommand.MembersAre;
import io.hackhub.core.room.RoomCommand.Mute;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import io.hackhub.core.room.RoomCommand.StandingIs;
import io.hackhub.core.room.RoomCommand.Typing;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Where commands become batches, one at a time in preparation or in the journal; the others wait in its
/// [CommandQueue].
/// Preparing is asking for standings that are not known and for whom a text mentions.
final class Desk {

    static final int MOST_WAITING = 512;
    static final int MOST_FACTS = 1_000;
    private static final String AWAY = "the log is away, try again";
    private static final Duration PREPARATION = Duration.ofSeconds(3);

    /// What the desk has its room do.
    interface Work {
        void lookUp(long batch, Set<String> usernames);

        void decide(List<Entry> batch, Rights rights);
    }

    private enum Stage {
        IDLE,
        PREPARING,
        COMMITTING
    }

    private final Facts facts;
    private final Work work;
    private final InstantSource clock;
    private final CommandQueue waiting = new CommandQueue(MOST_WAITING, MOST_FACTS);
    private final Set<Optional<UserId>> unknown = new HashSet<>();
    private List<Entry> batch = List.of();
    private Stage stage = Stage.IDLE;
    private Instant begun = Instant.EPOCH;
    private boolean open;
    private boolean naming;
    private long number;

    Desk(Facts facts, Work work, InstantSource clock) {
        this.facts = facts;
        this.work = work;
        this.clock = clock;
    }

    /// The journal is there.
    void open() {
        open = true;
        pump();
    }

    void put(RoomCommand.Public command) {
        waiting.put(new Entry(command, List.of(), clock.instant()));
        pump();
    }

    boolean isIdle() {
        return stage == Stage.IDLE && waiting.isEmpty();
    }

    List<Entry> batch() {
        return batch;
    }

    void standingKnown(Optional<UserId> user) {
        if (stage == Stage.PREPARING && unknown.remove(user)) {
            decideWhenPrepared();
        }
    }

    void named(long of, Map<String, UserId> users) {
        if (stage != Stage.PREPARING || of != number) {
            return;
        }
        naming = false;
        batch = batch.stream().map(entry -> mentioning(entry, users)).toList();
        if (Rights.needsStanding(facts.channel())) {
            ask(users.values().stream()
                    .filter(user -> !facts.enough(user, false, begun))
                    .map(Optional::of)
                    .toList());
        }
        decideWhenPrepared();
    }

    /// Answered: the next batch.
    void done() {
        batch = List.of();
        stage = Stage.IDLE;
        pump();
    }

    /// The journal is gone: nobody knows what became of the batch, and the others shall not wait. The owner's facts do.
    void fail() {
        open = false;
        batch.forEach(entry -> entry.refuse(RefusalCode.UNAVAILABLE, AWAY));
        waiting.refuseAll(RefusalCode.UNAVAILABLE, AWAY);
        waiting.putBack(batch);
        batch = List.of();
        stage = Stage.IDLE;
    }

    /// Gives up on what has waited too long.
    void expire() {
        var now = clock.instant();
        waiting.expire(now);
        if (stage == Stage.PREPARING && begun.plus(PREPARATION).isBefore(now)) {
            naming = false;
            decide();
        }
    }

    private void pump() {
        if (open && stage == Stage.IDLE) {
            batch = waiting.take(!facts.complete());
            if (!batch.isEmpty()) {
                prepare();
            }
        }
    }

    private void prepare() {
        number++;
        begun = clock.instant();
        stage = Stage.PREPARING;
        unknown.clear();
        var names = new TreeSet<String>();
        batch.forEach(entry -> names.addAll(mentioned(entry)));
        naming = !names.isEmpty();
        ask(batch.stream().filter(it -> !known(it)).map(Entry::actor).toList());
        if (naming) {
            work.lookUp(number, names);
        }
        decideWhenPrepared();
    }

    private boolean known(Entry entry) {
        return switch (entry.command()) {
            case Act it -> facts.enough(it.author().id(), it.admin(), begun);
            case Mute it -> facts.enough(it.by().id(), it.admin(), begun);
            case Deliver _, MembersAre _, StandingChanged _, StandingIs _, Typing _, AcksAre _, FromHub _ -> true;
        };
    }

    private void ask(Collection<Optional<UserId>> people) {
        for (var user : people) {
            if (unknown.add(user)) {
                user.ifPresent(facts::ask);
            }
        }
    }

    private void decideWhenPrepared() {
        if (!naming && unknown.isEmpty()) {
            decide();
        }
    }

    private void decide() {
        var undecidable =
                batch.stream().filter(it -> unknown.contains(it.actor())).toList();
        undecidable.forEach(it -> it.refuse(RefusalCode.UNAVAILABLE, "your standing is not known, try again"));
        batch = batch.stream().filter(it -> !undecidable.contains(it)).toList();
        unknown.clear();
        if (batch.isEmpty()) {
            done();
            return;
        }
        stage = Stage.COMMITTING;
        work.decide(batch, facts.rights(people()));
    }

    private Set<Optional<UserId>> people() {
        var people = new HashSet<Optional<UserId>>();
        for (var entry : batch) {
            people.add(entry.actor());
            entry.mentions().forEach(user -> people.add(Optional.of(user)));
            if (entry.command() instanceof StandingChanged(var standing, var _)) {
                people.add(Optional.ofNullable(standing.user()));
            }
        }
        return people;
    }

    private static Set<String> mentioned(Entry entry) {
        return entry.command() instanceof Act act && act.intent() instanceof Intent.PostMessage post
                ? TextRules.mentioned(post.text())
                : Set.of();
    }

    private static Entry mentioning(Entry entry, Map<String, UserId> users) {
        var mentions = mentioned(entry).stream()
                .flatMap(name -> Optional.ofNullable(users.get(name)).stream())
                .distinct()
                .toList();
        return mentions.isEmpty() ? entry : entry.mentioning(mentions);
    }
}
