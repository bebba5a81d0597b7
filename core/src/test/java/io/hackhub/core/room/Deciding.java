package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.HALL;
import static io.hackhub.core.room.Fixture.NEWS;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.act;
import static io.hackhub.core.room.Fixture.cid;
import static io.hackhub.core.room.Fixture.leader;
import static io.hackhub.core.room.Fixture.member;
import static io.hackhub.core.room.Fixture.members;
import static io.hackhub.core.room.Fixture.standing;

import io.hackhub.core.access.Standing;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Refused;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.shared.Author;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;

/// Batches decided one after the other, each as the journal does it.
abstract class Deciding {

    final TestInbox<Outcome> outcomes = TestInbox.create();
    final TestInbox<Applied> applied = TestInbox.create();
    final Decider.Quiet quiet = new Decider.Quiet();
    RoomState state = new RoomState();
    Rights rights = Rights.none(CHAT);
    Instant now = NOW;
    List<RoomEvent> written = List.of();

    List<Outcome> decide(RoomCommand.Public... commands) {
        var batch = new ArrayList<Entry>();
        for (var command : commands) {
            batch.add(new Entry(command, List.of(), now));
        }
        return decide(batch);
    }

    /// As the journal does it: decide, store, apply, answer.
    List<Outcome> decide(List<Entry> batch) {
        var verdict = Decider.decide(batch, rights, state, quiet, now);
        written = verdict.events();
        verdict.events().forEach(state::after);
        rights = verdict.rights();
        verdict.answers().forEach(Verdict.Answer::tell);
        return outcomes.getAllReceived();
    }

    Outcome one(RoomCommand.Public command) {
        return decide(command).getLast();
    }

    void team() {
        decide(members(1, applied.getRef(), leader(ADA), member(BOB)));
    }

    void hall(Standing... standings) {
        rights = Rights.none(HALL);
        for (var standing : standings) {
            rights = rights.with(standing);
        }
    }

    Act by(Author author, long number, Intent intent) {
        return act(number, author, intent, outcomes.getRef());
    }

    static RefusalCode code(Outcome outcome) {
        return ((Refused) outcome).code();
    }

    static Acked acked(Outcome outcome) {
        return (Acked) outcome;
    }

    static Intent.PublishAnnouncement publish(long update) {
        return new Intent.PublishAnnouncement(
                cid(update), "Lunch", "At noon", UpdateType.ANNOUNCEMENT, Priority.NORMAL, List.of(), null);
    }

    void news(Standing... standings) {
        hall(standings);
        rights = new Rights(NEWS, Rights.Roster.NONE, rights.standings(), rights.mutes());
    }
}
