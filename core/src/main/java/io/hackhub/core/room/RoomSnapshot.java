package io.hackhub.core.room;

import io.hackhub.core.access.Grant;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// A [RoomState] as it is stored: numbers, ids and flags, packed; no text and no name. Extended only by optional
/// fields, as events are.
record RoomSnapshot(
        long head,
        long version,
        List<Member> members,
        List<Gone> left,
        Instant forgotten,
        Bytes commands,
        Bytes messages,
        List<Reacted> reactions,
        List<Redactable> redactions,
        List<Mentioning> mentions)
        implements JsonSerializable {

    RoomSnapshot {
        // Absent in older ones.
        mentions = Objects.requireNonNullElse(mentions, List.of());
    }

    /// Left, as of `version` of the owner's facts.
    record Gone(UserId user, long version) {}

    /// Who reacted to a message, with what.
    record Reacted(UUID messageId, String emoji, List<UserId> users) {}

    static RoomSnapshot of(RoomState state) {
        return new RoomSnapshot(
                state.head,
                state.version,
                state.members.entrySet().stream()
                        .map(it -> new Member(it.getKey(), it.getValue()))
                        .toList(),
                state.left.entrySet().stream()
                        .map(it -> new Gone(it.getKey(), it.getValue()))
                        .toList(),
                state.ledger.forgotten(),
                Packed.commands(state.ledger.entries()),
                Packed.messages(state.messages.all()),
                reactions(state.messages),
                List.copyOf(state.redactions),
                List.copyOf(state.mentions));
    }

    private static List<Reacted> reactions(Messages messages) {
        return messages.all().stream()
                .flatMap(message -> message.reactions.entrySet().stream()
                        .map(it -> new Reacted(message.id, it.getKey(), List.copyOf(it.getValue()))))
                .toList();
    }

    RoomState state() {
        var index = new Messages();
        Packed.messages(messages).forEach(index::add);
        for (var reacted : reactions) {
            index.touch(reacted.messageId())
                    .ifPresent(it -> it.reactions.put(reacted.emoji(), new LinkedHashSet<>(reacted.users())));
        }
        var grants = new LinkedHashMap<UserId, Grant>();
        members.forEach(member -> grants.put(member.user(), member.grant()));
        var gone = new LinkedHashMap<UserId, Long>();
        left.forEach(it -> gone.put(it.user(), it.version()));
        var state = new RoomState(
                head, version, Ledger.restored(Packed.commands(commands), forgotten), index, grants, gone);
        state.redactions.addAll(redactions);
        state.mentions.addAll(mentions);
        return state;
    }
}
