package io.hackhub.core.room;

import io.hackhub.core.access.Standing;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// All that rooms need of others, in memory: what a test puts in, and what came out.
final class World implements Standings, Memberships, People, Inboxes, RoomStore {

    final Map<Optional<UserId>, Standing> standings = new ConcurrentHashMap<>();
    final List<UserId> asked = new CopyOnWriteArrayList<>();
    final Map<TeamId, RoomCommand> teams = new ConcurrentHashMap<>();
    final List<TeamId> askedTeams = new CopyOnWriteArrayList<>();
    final List<Author> people = List.of(Fixture.ADA, Fixture.BOB, Fixture.EVE);
    final List<UserId> notified = new CopyOnWriteArrayList<>();
    final List<Deliver> notices = new CopyOnWriteArrayList<>();
    final List<Verdict.Overridden> overridden = new CopyOnWriteArrayList<>();
    final Set<ActorRef<HubCommand>> hubs = ConcurrentHashMap.newKeySet();
    final List<Redactable> redacted = new CopyOnWriteArrayList<>();
    final List<RoomSnapshot> snapshots = new CopyOnWriteArrayList<>();
    final Map<UserId, Instant> mutes = new ConcurrentHashMap<>();
    volatile Function<Deliver, Outcome> inbox =
            it -> new Outcome.Acked(it.ticket(), it.cid(), 1L, Outcome.Receipt.NONE, false);
    volatile Supplier<CompletionStage<Void>> redaction = () -> CompletableFuture.completedFuture(null);
    volatile Supplier<CompletionStage<Void>> snapshotStored = () -> CompletableFuture.completedFuture(null);
    volatile Supplier<CompletionStage<Void>> record = () -> CompletableFuture.completedFuture(null);
    volatile long head;
    volatile RoomWatch watch = RoomWatch.NONE;
    volatile Supplier<CompletionStage<Long>> lookUp = () -> CompletableFuture.completedFuture(head);
    volatile @Nullable Standing silent;

    RoomPorts ports() {
        return new RoomPorts(this, this, this, this, () -> Set.copyOf(hubs), watch);
    }

    @Override
    public void ask(HackathonId hackathon, @Nullable UserId user, ActorRef<RoomCommand> replyTo) {
        if (user != null) {
            asked.add(user);
        }
        var standing = standings.getOrDefault(Optional.ofNullable(user), Standing.nowhere(user));
        if (!standing.equals(silent)) {
            replyTo.tell(new RoomCommand.StandingIs(standing));
        }
    }

    @Override
    public void ask(TeamId team, ActorRef<RoomCommand> replyTo) {
        askedTeams.add(team);
        team(team).ifPresent(replyTo::tell);
    }

    private Optional<RoomCommand> team(TeamId team) {
        return Optional.ofNullable(teams.get(team));
    }

    @Override
    public CompletionStage<Map<UserId, Author>> authors(Set<UserId> ids) {
        return CompletableFuture.completedFuture(
                people.stream().filter(it -> ids.contains(it.id())).collect(Collectors.toMap(Author::id, it -> it)));
    }

    @Override
    public CompletionStage<Map<String, UserId>> named(Set<String> usernames) {
        return CompletableFuture.completedFuture(people.stream()
                .filter(it -> usernames.contains(it.username()))
                .collect(Collectors.toMap(Author::username, Author::id)));
    }

    @Override
    public void deliver(UserId user, Deliver command) {
        notified.add(user);
        notices.add(command);
        command.replyTo().tell(inbox.apply(command));
    }

    @Override
    public CompletionStage<Void> overridden(Channel.Log channel, List<Verdict.Overridden> overrides) {
        return record.get().thenAccept(_ -> overridden.addAll(overrides));
    }

    @Override
    public CompletionStage<Map<UserId, Instant>> mutes(Channel.Log channel, Instant now) {
        return CompletableFuture.completedFuture(new HashMap<>(mutes));
    }

    @Override
    public CompletionStage<Void> mute(Channel.Log channel, UserId user, Instant until, UserId by, Instant now) {
        mutes.put(user, until);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> redact(Channel.Log channel, List<Redactable> what) {
        redacted.addAll(what);
        return redaction.get();
    }

    @Override
    public CompletionStage<Void> snapshot(Channel.Log channel, RoomSnapshot snapshot, Instant now) {
        var stored = snapshotStored.get();
        snapshots.add(snapshot);
        return stored;
    }

    @Override
    public CompletionStage<Long> head(Channel.Log channel) {
        return lookUp.get();
    }
}
