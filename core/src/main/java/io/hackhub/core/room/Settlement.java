package io.hackhub.core.room;

import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What a committed batch owes before it may be published and answered: overrides to put on record, texts to take out
/// of the journal, mutes to store, names to look up.
///
/// @param known names that came with the commands
/// @param missing whose names the events show and no command brought
record Settlement(
        List<Verdict.Overridden> overrides,
        List<Redactable> redactions,
        List<Verdict.AfterMute> mutes,
        Map<UserId, Author> known,
        Set<UserId> missing) {

    Settlement {
        overrides = List.copyOf(overrides);
        redactions = List.copyOf(redactions);
        mutes = List.copyOf(mutes);
        known = Map.copyOf(known);
        missing = Set.copyOf(missing);
    }

    static Settlement of(RoomInternal.Decided committed, List<Entry> batch) {
        var known = cards(batch);
        var missing = new HashSet<UserId>();
        committed.verdict().events().forEach(event -> Frames.named(event).ifPresent(missing::add));
        missing.removeAll(known.keySet());
        var mutes = committed.verdict().answers().stream()
                .filter(Verdict.AfterMute.class::isInstance)
                .map(Verdict.AfterMute.class::cast)
                .toList();
        return new Settlement(committed.verdict().overrides(), committed.redactions(), mutes, known, missing);
    }

    /// What a journal that is gone has left.
    static Settlement left(List<Verdict.Overridden> overrides, List<Redactable> redactions) {
        return new Settlement(overrides, redactions, List.of(), Map.of(), Set.of());
    }

    boolean isEmpty() {
        return overrides.isEmpty() && redactions.isEmpty() && mutes.isEmpty() && missing.isEmpty();
    }

    /// One step after the other; fails with the first that fails.
    ///
    /// @return all names
    CompletionStage<Map<UserId, Author>> settle(
            Channel.Log channel, RoomStore store, People people, InstantSource clock) {
        return record(channel, store)
                .thenCompose(_ -> mute(channel, store, clock))
                .thenCompose(_ -> names(people));
    }

    /// What must be done even if nobody waits for it any more: again at the next journal if it fails.
    CompletionStage<Void> record(Channel.Log channel, RoomStore store) {
        return override(channel, store).thenCompose(_ -> redact(channel, store));
    }

    private CompletionStage<Void> override(Channel.Log channel, RoomStore store) {
        return overrides.isEmpty() ? CompletableFuture.completedFuture(null) : store.overridden(channel, overrides);
    }

    private CompletionStage<Void> redact(Channel.Log channel, RoomStore store) {
        return redactions.isEmpty() ? CompletableFuture.completedFuture(null) : store.redact(channel, redactions);
    }

    private CompletionStage<Void> mute(Channel.Log channel, RoomStore store, InstantSource clock) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (var it : mutes) {
            all = all.thenCompose(_ -> store.mute(channel, it.user(), it.until(), it.by(), clock.instant()));
        }
        return all;
    }

    private CompletionStage<Map<UserId, Author>> names(People people) {
        return missing.isEmpty()
                ? CompletableFuture.completedFuture(known)
                : people.authors(missing).thenApply(found -> {
                    var all = new HashMap<>(known);
                    all.putAll(found);
                    return Map.copyOf(all);
                });
    }

    private static Map<UserId, Author> cards(List<Entry> batch) {
        var cards = new HashMap<UserId, Author>();
        for (var entry : batch) {
            if (entry.command() instanceof Act act) {
                cards.put(act.author().id(), act.author());
            }
        }
        return cards;
    }
}
