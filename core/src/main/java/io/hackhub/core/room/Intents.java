package io.hackhub.core.room;

import io.hackhub.core.access.Decision;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.room.Intent.AddReaction;
import io.hackhub.core.room.Intent.ChangeHackathon;
import io.hackhub.core.room.Intent.DeleteMessage;
import io.hackhub.core.room.Intent.EditAnnouncement;
import io.hackhub.core.room.Intent.EditMessage;
import io.hackhub.core.room.Intent.EraseUser;
import io.hackhub.core.room.Intent.Notify;
import io.hackhub.core.room.Intent.Pin;
import io.hackhub.core.room.Intent.PostMessage;
import io.hackhub.core.room.Intent.PublishAnnouncement;
import io.hackhub.core.room.Intent.RemoveReaction;
import io.hackhub.core.room.Intent.Unpin;
import io.hackhub.core.room.Intent.WithdrawAnnouncement;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What each kind of command does to a channel, and in which channels: told to [MessageIntents] or
/// [AnnouncementIntents], or done here where there is nothing to refuse. Whether its author may write here at all is
/// decided before.
///
/// @param by who commands; null is HackHub itself
/// @param mentions who is mentioned and may read here
/// @param moderation what the table of rights says about moderating here
record Intents(
        RoomState state,
        UUID cid,
        @Nullable UserId by,
        List<UserId> mentions,
        Instant now,
        Function<UserId, Decision> moderation) {

    static final int MOST_EDITS = 100;
    static final int MOST_EMOJIS = 32;

    static boolean fits(Intent intent, Channel.Log channel) {
        return switch (intent) {
            case PostMessage _, EditMessage _, DeleteMessage _, Pin _, Unpin _, AddReaction _, RemoveReaction _ ->
                channel instanceof Channel.TeamChat || channel instanceof Channel.HackathonChat;
            case PublishAnnouncement _, EditAnnouncement _, WithdrawAnnouncement _ ->
                channel instanceof Channel.Announcements;
            case ChangeHackathon _, Notify _, EraseUser _ -> false;
        };
    }

    /// What HackHub itself may write there.
    static boolean fitsDelivery(Intent intent, Channel.Log channel) {
        return switch (intent) {
            case PublishAnnouncement it -> channel instanceof Channel.Announcements && it.author() != null;
            case ChangeHackathon _ -> channel instanceof Channel.Announcements;
            case Notify _ -> channel instanceof Channel.Inbox;
            case EraseUser _ -> true;
            case PostMessage _,
                    EditMessage _,
                    DeleteMessage _,
                    Pin _,
                    Unpin _,
                    AddReaction _,
                    RemoveReaction _,
                    EditAnnouncement _,
                    WithdrawAnnouncement _ -> false;
        };
    }

    static Receipt receipt(UUID cid, Intent intent) {
        return switch (intent) {
            case PostMessage _ -> Receipt.message(cid);
            case EditMessage it -> Receipt.message(it.messageId());
            case DeleteMessage it -> Receipt.message(it.messageId());
            case Pin it -> Receipt.message(it.messageId());
            case Unpin it -> Receipt.message(it.messageId());
            case AddReaction it -> Receipt.message(it.messageId());
            case RemoveReaction it -> Receipt.message(it.messageId());
            case PublishAnnouncement it -> Receipt.update(it.updateId());
            case EditAnnouncement it -> Receipt.update(it.updateId());
            case WithdrawAnnouncement it -> Receipt.update(it.updateId());
            case ChangeHackathon _, Notify _, EraseUser _ -> Receipt.NONE;
        };
    }

    Effect effect(Intent intent) {
        return switch (intent) {
            case PostMessage it -> messages().post(it);
            case EditMessage it -> messages().edit(it);
            case DeleteMessage it -> messages().delete(it);
            case Pin it -> messages().pin(it.messageId(), true);
            case Unpin it -> messages().pin(it.messageId(), false);
            case AddReaction it -> messages().react(it);
            case RemoveReaction it -> messages().unreact(it);
            case PublishAnnouncement it -> announcements().publish(it, by);
            case EditAnnouncement it -> announcements().rewrite(it, person());
            case WithdrawAnnouncement it -> announcements().withdraw(it, person());
            case ChangeHackathon it -> Effect.write(changed(it));
            case Notify it ->
                Effect.write(new RoomEvent.NotificationCreated(
                        cid, now, it.notificationId(), it.kind(), it.title(), it.body(), it.link()));
            case EraseUser it -> Effect.write(new RoomEvent.UserErased(cid, it.user(), now));
        };
    }

    private MessageIntents messages() {
        return new MessageIntents(state.messages, cid, person(), mentions, now, moderation);
    }

    private AnnouncementIntents announcements() {
        return new AnnouncementIntents(state.messages, cid, now);
    }

    /// Only the kinds of [#fits] ask for it, and those come from people alone.
    private UserId person() {
        return Objects.requireNonNull(by, "a person's command, delivered by nobody");
    }

    private RoomEvent changed(ChangeHackathon it) {
        return new RoomEvent.HackathonChanged(
                cid,
                now,
                it.status(),
                it.registrationStart(),
                it.registrationEnd(),
                it.startDate(),
                it.endDate(),
                it.reason());
    }
}
