package io.hackhub.core.room;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.room.RoomCommand.MembersAre;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;

/// People, channels and commands for tests of this package.
final class Fixture {

    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    static final TeamId TEAM = new TeamId(new UUID(7, 1));
    static final HackathonId HACKATHON = new HackathonId(new UUID(7, 2));
    static final Channel.Log CHAT = new Channel.TeamChat(TEAM);
    static final Channel.Log HALL = new Channel.HackathonChat(HACKATHON);
    static final Channel.Log NEWS = new Channel.Announcements(HACKATHON);
    static final Author ADA = person(1, "ada", "Ada Lovelace");
    static final Author BOB = person(2, "bob", "Bob Kahn");
    static final Author EVE = person(3, "eve", "Eve Moneypenny");
    static final Channel.Log INBOX = new Channel.Inbox(ADA.id());

    private Fixture() {}

    static Author person(long number, String username, String fullName) {
        return new Author(new UserId(new UUID(1, number)), username, fullName);
    }

    /// A cid dated `NOW`, the same for the same number.
    static UUID cid(long number) {
        return cid(number, NOW);
    }

    static UUID cid(long number, Instant at) {
        return Uuids.v7(at, "cid " + number);
    }

    static Act act(long number, Author author, Intent intent, ActorRef<Outcome> replyTo) {
        return new Act(cid(number), author, false, intent, number, replyTo);
    }

    static Act actAsAdmin(long number, Author author, Intent intent, ActorRef<Outcome> replyTo) {
        return new Act(cid(number), author, true, intent, number, replyTo);
    }

    static Deliver deliver(long number, Intent intent, ActorRef<Outcome> replyTo) {
        return new Deliver(cid(number), intent, number, replyTo);
    }

    static Intent post(String text) {
        return new Intent.PostMessage(text, null, List.of());
    }

    static MembersAre members(long version, ActorRef<Applied> replyTo, Member... members) {
        return new MembersAre(version, List.of(members), Standing.OPEN, replyTo);
    }

    static Member leader(Author author) {
        return new Member(author.id(), Grant.LEADER);
    }

    static Member member(Author author) {
        return new Member(author.id(), Grant.MEMBER);
    }

    static Standing standing(Author author, long version, Grant... grants) {
        return new Standing(author.id(), version, Set.of(grants), true, Standing.OPEN);
    }
}
