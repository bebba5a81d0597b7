package io.hackhub.http.live;

import io.hackhub.core.judging.Marks;
import io.hackhub.core.room.Intent;
import io.hackhub.core.room.Priority;
import io.hackhub.core.room.UpdateType;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.Texts;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every kind of command, from its `data` to what the rest of the program understands: for sockets and REST alike.
final class CommandParser {

    static final int MAX_TEXT = 10_000;
    private static final int MAX_TITLE = 200;
    private static final int MAX_COMMENT = 4_000;
    private static final int MAX_CRITERIA = 50;
    private static final int MAX_CRITERION = 100;

    private CommandParser() {}

    /// Of a command's envelope: its `id`, then `cid`, `kind` and `data`.
    ///
    /// @throws Fields.BadField if something is missing or not as it should be
    static ClientFrame parse(@Nullable Long id, Channel channel, Fields envelope) {
        var data = envelope.optionalObject("data");
        var kind = envelope.text("kind", 100);
        return switch (kind) {
            case "typing" -> new ClientFrame.Typing(log(channel, envelope));
            case "read" -> new ClientFrame.Read(log(channel, envelope), data.whole("seq", 0));
            default -> answered(number(id, envelope), channel, kind, envelope, data);
        };
    }

    private static ClientFrame answered(long id, Channel channel, String kind, Fields envelope, Fields data) {
        var cid = cid(envelope);
        return switch (kind) {
            case "score.submit" -> score(id, cid, hackathon(channel, envelope), data);
            case "announcement.acknowledge" ->
                new ClientFrame.Acknowledge(id, cid, hackathon(channel, envelope), data.uuid("updateId"));
            default -> new ClientFrame.Act(id, cid, log(channel, envelope), intent(kind, cid, envelope, data));
        };
    }

    private static Intent intent(String kind, UUID cid, Fields envelope, Fields data) {
        return switch (kind) {
            case "message.post" ->
                new Intent.PostMessage(
                        data.text("text", MAX_TEXT), data.optionalUuid("replyTo"), data.attachments("attachments"));
            case "message.edit" -> new Intent.EditMessage(data.uuid("messageId"), data.text("text", MAX_TEXT));
            case "message.delete" -> new Intent.DeleteMessage(data.uuid("messageId"));
            case "message.pin" -> new Intent.Pin(data.uuid("messageId"));
            case "message.unpin" -> new Intent.Unpin(data.uuid("messageId"));
            case "reaction.add" -> new Intent.AddReaction(data.uuid("messageId"), data.emoji("emoji"));
            case "reaction.remove" -> new Intent.RemoveReaction(data.uuid("messageId"), data.emoji("emoji"));
            case "announcement.publish" -> publish(cid, data);
            case "announcement.edit" -> edit(data);
            case "announcement.withdraw" -> new Intent.WithdrawAnnouncement(data.uuid("updateId"));
            default -> throw envelope.bad("kind", "a kind of command that there is");
        };
    }

    /// As with messages, the command's `cid` is the announcement's id.
    private static Intent publish(UUID cid, Fields data) {
        return new Intent.PublishAnnouncement(
                cid,
                data.text("title", MAX_TITLE),
                data.text("content", MAX_TEXT),
                data.choice("type", UpdateType.class, UpdateType.ANNOUNCEMENT),
                data.choice("priority", Priority.class, Priority.NORMAL),
                data.attachments("attachments"),
                null);
    }

    private static Intent edit(Fields data) {
        return new Intent.EditAnnouncement(
                data.uuid("updateId"),
                data.text("title", MAX_TITLE),
                data.text("content", MAX_TEXT),
                data.choice("type", UpdateType.class, UpdateType.ANNOUNCEMENT),
                data.choice("priority", Priority.class, Priority.NORMAL),
                data.attachments("attachments"));
    }

    private static ClientFrame score(long id, UUID cid, HackathonId hackathon, Fields data) {
        return new ClientFrame.Score(
                id,
                cid,
                hackathon,
                new TeamId(data.uuid("teamId")),
                criteria(data),
                data.optionalText("comment", MAX_COMMENT),
                data.flag("complete"));
    }

    private static Marks criteria(Fields data) {
        var fields = data.object("criteria");
        var criteria = new LinkedHashMap<String, @Nullable Double>();
        for (var entry : fields.node().properties()) {
            var value = entry.getValue();
            if (!Texts.isClean(entry.getKey()) || Texts.isLonger(entry.getKey(), MAX_CRITERION)) {
                throw data.bad("criteria", "an object with names of at most %d characters".formatted(MAX_CRITERION));
            }
            if (!value.isNull() && !(value.isNumber() && Double.isFinite(value.doubleValue()))) {
                throw fields.bad(entry.getKey(), "a number or null");
            }
            if (criteria.size() == MAX_CRITERIA) {
                throw data.tooLarge("criteria", "may have at most %d entries".formatted(MAX_CRITERIA));
            }
            criteria.put(entry.getKey(), value.isNull() ? null : value.doubleValue());
        }
        return Marks.of(criteria);
    }

    private static UUID cid(Fields envelope) {
        var cid = envelope.uuid("cid");
        if (cid.version() != 7 || cid.variant() != 2) {
            throw envelope.bad("cid", "a UUID of version 7");
        }
        return cid;
    }

    private static long number(@Nullable Long id, Fields envelope) {
        if (id == null) {
            throw envelope.bad("id", "a number of the client's own");
        }
        return id;
    }

    private static Channel.Log log(Channel channel, Fields envelope) {
        if (channel instanceof Channel.Log log) {
            return log;
        }
        throw envelope.bad("channel", "a channel that this kind is for");
    }

    private static HackathonId hackathon(Channel channel, Fields envelope) {
        return switch (channel) {
            case Channel.Announcements(var hackathon) -> hackathon;
            case Channel.HackathonChat(var hackathon) -> hackathon;
            case Channel.Board(var hackathon, var _) -> hackathon;
            case Channel.TeamChat _, Channel.Inbox _ -> throw envelope.bad("channel", "a channel of a hackathon");
        };
    }
}
