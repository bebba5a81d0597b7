package io.hackhub.core.room;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.zip.CRC32C;

/// A command's content in 32 bits, to tell the same `cid` with other content. The event that a command became gives the
/// same as the command did, so nothing is stored for it. Guards against mistakes, not against malice: whoever finds two
/// texts alike only misses an error about their own.
final class Digest {

    private Digest() {}

    static int of(Intent intent) {
        var crc = new CRC32C();
        crc.update(intent.toString().getBytes(UTF_8));
        var value = (int) crc.getValue();
        return value == Ledger.ANY ? 1 : value;
    }

    static int of(RoomEvent event) {
        return switch (event) {
            case MessagePosted e -> {
                var text = e.text();
                yield text == null ? Ledger.ANY : of(new Intent.PostMessage(text, e.replyTo(), e.attachments()));
            }
            case MessageEdited e -> {
                var text = e.text();
                yield text == null ? Ledger.ANY : of(new Intent.EditMessage(e.messageId(), text));
            }
            case MessageDeleted e -> of(new Intent.DeleteMessage(e.messageId()));
            case MessagePinned e -> of(new Intent.Pin(e.messageId()));
            case MessageUnpinned e -> of(new Intent.Unpin(e.messageId()));
            case ReactionAdded e -> of(new Intent.AddReaction(e.messageId(), e.emoji()));
            case ReactionRemoved e -> of(new Intent.RemoveReaction(e.messageId(), e.emoji()));
            case AnnouncementPublished e -> of(published(e));
            case AnnouncementEdited e ->
                of(new Intent.EditAnnouncement(
                        e.updateId(), e.title(), e.content(), e.type(), e.priority(), e.attachments()));
            case AnnouncementWithdrawn e -> of(new Intent.WithdrawAnnouncement(e.updateId()));
            case HackathonChanged e ->
                of(new Intent.ChangeHackathon(
                        e.status(),
                        e.registrationStart(),
                        e.registrationEnd(),
                        e.startDate(),
                        e.endDate(),
                        e.reason()));
            case NotificationCreated e ->
                of(new Intent.Notify(e.notificationId(), e.kind(), e.title(), e.body(), e.link()));
            case UserErased e -> of(new Intent.EraseUser(e.user()));
            case MemberJoined _, MemberLeft _ -> Ledger.ANY;
        };
    }

    private static Intent published(AnnouncementPublished e) {
        return new Intent.PublishAnnouncement(
                e.updateId(),
                e.title(),
                e.content(),
                e.type(),
                e.priority(),
                e.attachments(),
                e.by() == null ? e.author() : null);
    }
}
