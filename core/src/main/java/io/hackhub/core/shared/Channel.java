package io.hackhub.core.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/// What a client can follow. The text form is the wire's name, the room's entity id and its persistence id's tail.
public sealed interface Channel {

    /// A channel that is one ordered log, kept by a room.
    sealed interface Log extends Channel {
        /// As [Channel#of], for logs alone.
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Log of(String text) {
            if (Channel.of(text) instanceof Log log) {
                return log;
            }
            throw new IllegalArgumentException("Channel: '%s' (expected: a channel that is a log)".formatted(text));
        }
    }

    record TeamChat(TeamId team) implements Log {
        @Override
        public String toString() {
            return "team/" + team + "/chat";
        }
    }

    record HackathonChat(HackathonId hackathon) implements Log {
        @Override
        public String toString() {
            return "hackathon/" + hackathon + "/chat";
        }
    }

    record Announcements(HackathonId hackathon) implements Log {
        @Override
        public String toString() {
            return "hackathon/" + hackathon + "/announcements";
        }
    }

    record Inbox(UserId user) implements Log {
        @Override
        public String toString() {
            return "user/" + user + "/inbox";
        }
    }

    /// A board: no log, latest wins. `full` is the organizers' view, which no freeze hides.
    record Board(HackathonId hackathon, boolean full) implements Channel {
        /// As [Channel#of], for boards alone.
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Board of(String text) {
            if (Channel.of(text) instanceof Board board) {
                return board;
            }
            throw new IllegalArgumentException("Channel: '%s' (expected: a board)".formatted(text));
        }

        @Override
        public String toString() {
            return "hackathon/" + hackathon + (full ? "/leaderboard/full" : "/leaderboard");
        }
    }

    @JsonValue
    default String text() {
        return toString();
    }

    /// Reads a channel's name; empty where there can be no such channel.
    static Optional<Channel> parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length < 3 || parts.length > 4) {
            return Optional.empty();
        }
        try {
            var tail = text.substring(parts[0].length() + parts[1].length() + 2);
            return Optional.ofNullable(
                    switch (parts[0] + "/" + tail) {
                        case "team/chat" -> new TeamChat(TeamId.of(parts[1]));
                        case "hackathon/chat" -> new HackathonChat(HackathonId.of(parts[1]));
                        case "hackathon/announcements" -> new Announcements(HackathonId.of(parts[1]));
                        case "hackathon/leaderboard" -> new Board(HackathonId.of(parts[1]), false);
                        case "hackathon/leaderboard/full" -> new Board(HackathonId.of(parts[1]), true);
                        case "user/inbox" -> new Inbox(UserId.of(parts[1]));
                        default -> null;
                    });
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /// As [#parse], for text that a channel wrote itself.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Channel of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("Channel: '%s' (expected: a channel)".formatted(text)));
    }
}
