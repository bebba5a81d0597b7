package io.hackhub.core.room;

import io.hackhub.core.live.Outcome;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One command in its place in the queue, with what was looked up for it.
///
/// @param mentions whom its text mentions by name, whether or not they may read here
/// @param arrived for giving up on it
record Entry(RoomCommand.Public command, List<UserId> mentions, Instant arrived) {

    Entry {
        mentions = List.copyOf(mentions);
    }

    Entry mentioning(List<UserId> users) {
        return new Entry(command, users, arrived);
    }

    boolean isTraced() {
        return trace() != null;
    }

    @Nullable String trace() {
        return command instanceof Act act ? act.trace() : null;
    }

    /// A fact from who owns the channel's members, rather than somebody's command.
    boolean isOwners() {
        return switch (command) {
            case MembersAre _, StandingChanged _ -> true;
            case Act _, Deliver _, Mute _, StandingIs _, Typing _, AcksAre _, FromHub _ -> false;
        };
    }

    /// Facts are not refused: their owner tells them until they are applied.
    void refuse(RefusalCode code, String message) {
        switch (command) {
            case Act it -> it.replyTo().tell(Outcome.refused(it.ticket(), code, message));
            case Deliver it -> it.replyTo().tell(Outcome.refused(it.ticket(), code, message));
            case Mute it -> it.replyTo().tell(Outcome.refused(it.ticket(), code, message));
            case MembersAre _, StandingChanged _, StandingIs _, Typing _, AcksAre _, FromHub _ -> {}
        }
    }

    /// About how many bytes it will be stored in.
    int size() {
        return 200
                + switch (command) {
                    case Act it -> size(it.intent());
                    case Deliver it -> size(it.intent());
                    case MembersAre it -> it.members().size() * 100;
                    case StandingChanged _, StandingIs _, Mute _, Typing _, AcksAre _, FromHub _ -> 0;
                };
    }

    /// Whose standing decides about it.
    Optional<UserId> actor() {
        return switch (command) {
            case Act it -> Optional.of(it.author().id());
            case Mute it -> Optional.of(it.by().id());
            case Deliver _, MembersAre _, StandingChanged _, StandingIs _, Typing _, AcksAre _, FromHub _ ->
                Optional.empty();
        };
    }

    private static int size(Intent intent) {
        return switch (intent) {
            case Intent.PostMessage it ->
                it.text().length()
                        + it.attachments().stream()
                                .mapToInt(a -> a.title().length() + a.url().length())
                                .sum();
            case Intent.EditMessage it -> it.text().length();
            case Intent.PublishAnnouncement it ->
                it.title().length() + it.content().length();
            case Intent.EditAnnouncement it ->
                it.title().length() + it.content().length();
            case Intent.Notify it ->
                it.title().length()
                        + Optional.ofNullable(it.body()).map(String::length).orElse(0);
            case Intent.DeleteMessage _,
                    Intent.Pin _,
                    Intent.Unpin _,
                    Intent.AddReaction _,
                    Intent.RemoveReaction _,
                    Intent.WithdrawAnnouncement _,
                    Intent.ChangeHackathon _,
                    Intent.EraseUser _ -> 0;
        };
    }
}
