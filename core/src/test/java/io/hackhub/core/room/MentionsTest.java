package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.cid;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;

class MentionsTest {

    private final List<Deliver> delivered = new ArrayList<>();
    private final List<UserId> told = new ArrayList<>();
    private final TestInbox<Outcome> answers = TestInbox.create();
    private Instant now = NOW;
    private final Mentions mentions = new Mentions(CHAT, this::deliver, () -> now, answers.getRef());

    private void deliver(UserId user, Deliver command) {
        told.add(user);
        delivered.add(command);
    }

    private static RoomEvent.MessagePosted posted(long number, UserId... mentioned) {
        return new RoomEvent.MessagePosted(cid(number), ADA.id(), NOW, "hi", null, List.of(), List.of(mentioned));
    }

    private void passes(long seconds) {
        now = now.plusSeconds(seconds);
        mentions.retry();
    }

    private void refused(RefusalCode code) {
        mentions.answered(Outcome.refused(delivered.getLast().ticket(), code, "no"));
    }

    @Test
    void whoIsMentionedIsToldButNotWhoMentionsThemselves() {
        mentions.notifyOf(posted(1, BOB.id(), ADA.id()));

        assertThat(told).containsExactly(BOB.id());
    }

    @Test
    void aNoticeIsToldAgainUntilItIsTaken() {
        mentions.notifyOf(posted(1, BOB.id()));
        passes(4);
        assertThat(delivered).hasSize(1);
        passes(1);
        refused(RefusalCode.OVERLOADED);
        passes(5);
        assertThat(delivered).hasSize(3).containsOnly(delivered.getFirst());
        assertThat(mentions.isDone()).isFalse();

        var last = delivered.getLast();
        mentions.answered(new Outcome.Acked(last.ticket(), last.cid(), 3L, Outcome.Receipt.NONE, true));
        passes(5);
        assertThat(delivered).hasSize(3);
        assertThat(mentions.isDone()).isTrue();
    }

    @Test
    void aNoticeThatIsRefusedForGoodIsLeft() {
        mentions.notifyOf(posted(1, BOB.id()));
        refused(RefusalCode.BAD_REQUEST);

        assertThat(mentions.isDone()).isTrue();
    }

    @Test
    void afterAnHourAMentionIsNoNews() {
        mentions.notifyOf(posted(1, BOB.id()));
        passes(3_600);
        assertThat(mentions.isDone()).isTrue();

        mentions.notifyAgain(List.of(Mentioning.of(posted(1, BOB.id()))));
        assertThat(delivered).hasSize(1);
    }

    @Test
    void whatIsToldAgainAfterARecoveryIsTheSameNotice() {
        mentions.notifyOf(posted(1, BOB.id()));
        mentions.notifyAgain(List.of(Mentioning.of(posted(1, BOB.id()))));
        assertThat(delivered).hasSize(2).containsOnly(delivered.getFirst());

        mentions.answered(new Outcome.Acked(
                delivered.getFirst().ticket(), delivered.getFirst().cid(), 3L, Outcome.Receipt.NONE, false));
        assertThat(mentions.isDone()).isTrue();
    }

    @Test
    void anInboxOutageIsMetInPortions() {
        LongStream.range(0, 1_200).forEach(number -> mentions.notifyOf(posted(number, BOB.id())));
        delivered.clear();
        passes(5);
        assertThat(delivered).hasSize(500);
        passes(1);
        passes(1);
        assertThat(delivered).hasSize(1_200).doesNotHaveDuplicates();
    }
}
