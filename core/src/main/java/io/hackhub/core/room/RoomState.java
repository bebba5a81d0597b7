package io.hackhub.core.room;

import io.hackhub.core.access.Grant;
import io.hackhub.core.room.Ledger.Accepted;
import io.hackhub.core.room.Messages.Edit;
import io.hackhub.core.room.Messages.Message;
import io.hackhub.core.room.RoomEvent.AnnouncementEdited;
import io.hackhub.core.room.RoomEvent.AnnouncementPublished;
import io.hackhub.core.room.RoomEvent.AnnouncementWithdrawn;
import io.hackhub.core.room.RoomEvent.HackathonChanged;
import io.hackhub.core.room.RoomEvent.MemberJoined;
import io.hackhub.core.room.RoomEvent.MemberLeft;
import io.hackhub.core.room.RoomEvent.MessageDeleted;
import io.hackhub.core.room.RoomEvent.MessageEdited;
import io.hackhub.core.room.RoomEvent.MessagePinned;
import io.hackhub.core.room.RoomEvent.MessagePosted;
import io.hackhub.core.room.RoomEvent.MessageUnpinned;
import io.hackhub.core.room.RoomEvent.NotificationCreated;
import io.hackhub.core.room.RoomEvent.ReactionAdded;
import io.hackhub.core.room.RoomEvent.ReactionRemoved;
import io.hackhub.core.room.RoomEvent.UserErased;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// What the journal of a channel amounts to. Mutable, because 100,000 commands and messages are not copied for each
/// event: it belongs to one [RoomJournal], whose restart is always a new child with a new state, and snapshots are
/// taken from it as the immutable [RoomSnapshot]. A [#fork] is where a batch is tried before it is stored.
final class RoomState {

    /// A batch begins only once the texts that the one before took back are rewritten, so no more than a batch's worth
    /// can be waiting.
    static final int REDACTIONS = 256;

    /// How many of the newest mentions are kept, to be told once more after a crash.
    static final int MENTIONS = 256;

    long head;
    /// Of the newest fact about members.
    long version;
    final Ledger ledger;
    final Messages messages;
    final Map<UserId, Grant> members;
    final Map<UserId, Long> left;
    final Deque<Redactable> redactions;
    final Deque<Mentioning> mentions;

    RoomState() {
        this(0, 0, new Ledger(), new Messages(), Map.of(), Map.of());
    }

    RoomState(
            long head,
            long version,
            Ledger ledger,
            Messages messages,
            Map<UserId, Grant> members,
            Map<UserId, Long> left) {
        this.head = head;
        this.version = version;
        this.ledger = ledger;
        this.messages = messages;
        this.members = new LinkedHashMap<>(members);
        this.left = new LinkedHashMap<>(left);
        this.redactions = new ArrayDeque<>();
        this.mentions = new ArrayDeque<>();
    }

    RoomState fork() {
        return new RoomState(head, version, ledger.fork(), messages.fork(), members, left);
    }

    /// Applies the next event, and nothing else.
    RoomState after(RoomEvent event) {
        head++;
        event.origin()
                .ifPresent(origin ->
                        ledger.add(new Accepted(origin.cid(), origin.by(), Digest.of(event), head, event.at())));
        switch (event) {
            case MessagePosted e -> posted(e);
            case MessageEdited e ->
                messages.touch(e.messageId()).ifPresent(it -> it.edits.add(new Edit(e.cid(), head)));
            case MessageDeleted e -> messages.touch(e.messageId()).ifPresent(this::deleted);
            case MessagePinned e -> messages.touch(e.messageId()).ifPresent(it -> it.pinned = true);
            case MessageUnpinned e -> messages.touch(e.messageId()).ifPresent(it -> it.pinned = false);
            case ReactionAdded e -> messages.touch(e.messageId()).ifPresent(it -> react(it, e.emoji(), e.by()));
            case ReactionRemoved e -> messages.touch(e.messageId()).ifPresent(it -> unreact(it, e.emoji(), e.by()));
            case AnnouncementPublished e -> messages.add(new Message(e.updateId(), e.author(), head, e.at()));
            case AnnouncementWithdrawn e -> messages.touch(e.updateId()).ifPresent(it -> it.deleted = true);
            case MemberJoined e -> joined(e.user(), e.grant(), e.version());
            case MemberLeft e -> left(e.user(), e.version());
            case UserErased e -> erased(e.user());
            case AnnouncementEdited _, HackathonChanged _, NotificationCreated _ -> {}
        }
        return this;
    }

    private void posted(MessagePosted event) {
        var message = new Message(event.cid(), event.author(), head, event.at());
        message.deleted = event.text() == null;
        messages.add(message);
        var mentioning = Mentioning.of(event);
        if (!mentioning.users().isEmpty()) {
            keep(mentions, mentioning, MENTIONS);
        }
    }

    private void deleted(Message message) {
        message.deleted = true;
        message.pinned = false;
        message.reactions.clear();
        mentions.removeIf(it -> it.messageId().equals(message.id));
        blur(message);
        var texts = Stream.concat(Stream.of(message.seq), message.edits.stream().map(Edit::seq));
        keep(redactions, new Redactable.Texts(texts.toList(), head), REDACTIONS);
    }

    private void erased(UserId user) {
        messages.of(user).forEach(message -> {
            message.deleted = true;
            blur(message);
        });
        mentions.removeIf(it -> it.author().equals(user));
        keep(redactions, new Redactable.Person(user, head), REDACTIONS);
    }

    private void blur(Message message) {
        ledger.blur(message.id);
        message.edits.stream().map(Edit::cid).forEach(ledger::blur);
    }

    private static <T> void keep(Deque<T> newest, T next, int most) {
        newest.addLast(next);
        if (newest.size() > most) {
            newest.removeFirst();
        }
    }

    private static void react(Message message, String emoji, UserId user) {
        message.reactions.computeIfAbsent(emoji, _ -> new LinkedHashSet<>()).add(user);
    }

    private static void unreact(Message message, String emoji, UserId user) {
        message.reactions.computeIfPresent(emoji, (_, users) -> {
            users.remove(user);
            return users.isEmpty() ? null : users;
        });
    }

    private void joined(UserId user, Grant grant, long as) {
        members.put(user, grant);
        version = Math.max(version, as);
    }

    private void left(UserId user, long as) {
        members.remove(user);
        left.merge(user, as, Math::max);
        version = Math.max(version, as);
    }

    /// When a message or update was published, and by whom, is kept for its edits.
    Instant publishedAt(UUID id) {
        return messages.find(id).map(message -> message.at).orElse(Instant.EPOCH);
    }
}
