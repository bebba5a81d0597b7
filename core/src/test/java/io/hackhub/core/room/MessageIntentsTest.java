package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.EVE;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.cid;
import static io.hackhub.core.room.Fixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomEvent.MessagePosted;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageIntentsTest extends Deciding {

    @Test
    void aMessagesIdIsItsCid() {
        team();

        assertThat(acked(one(by(ADA, 1, post("hi")))).data()).isEqualTo(Receipt.message(cid(1)));
        assertThat(written).containsExactly(new MessagePosted(cid(1), ADA.id(), NOW, "hi", null, List.of(), List.of()));
    }

    @Test
    void onlyThoseWhoMayReadAreMentioned() {
        team();
        decide(List.of(new Entry(by(ADA, 1, post("@bob @eve")), List.of(BOB.id(), EVE.id()), NOW)));

        assertThat(((MessagePosted) written.getFirst()).mentions()).containsExactly(BOB.id());
    }

    @Test
    void aTextHasABoundAndSaysSomething() {
        team();

        assertThat(one(by(ADA, 1, post("x".repeat(10_000))))).isInstanceOf(Acked.class);
        assertThat(code(one(by(ADA, 2, post("x".repeat(10_001)))))).isEqualTo(RefusalCode.TOO_LARGE);
        assertThat(code(one(by(ADA, 3, post("  "))))).isEqualTo(RefusalCode.BAD_REQUEST);
        assertThat(code(one(by(ADA, 4, new Intent.EditMessage(cid(1), "x".repeat(10_001))))))
                .isEqualTo(RefusalCode.TOO_LARGE);
    }

    @Test
    void aReplyNeedsItsMessage() {
        team();
        decide(by(ADA, 1, post("hi")));

        assertThat(one(by(BOB, 2, new Intent.PostMessage("yes", cid(1), List.of()))))
                .isInstanceOf(Acked.class);
        assertThat(code(one(by(BOB, 3, new Intent.PostMessage("yes", cid(9), List.of())))))
                .isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void onlyTheAuthorEdits() {
        team();
        decide(by(BOB, 1, post("hi")));

        assertThat(code(one(by(ADA, 2, new Intent.EditMessage(cid(1), "x"))))).isEqualTo(RefusalCode.DENIED);
        assertThat(one(by(BOB, 3, new Intent.EditMessage(cid(1), "x")))).isInstanceOf(Acked.class);
        assertThat(code(one(by(BOB, 4, new Intent.EditMessage(cid(9), "x"))))).isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void editsOfOneMessageHaveABound() {
        team();
        decide(by(ADA, 1, post("hi")));
        for (int i = 0; i < Intents.MOST_EDITS; i++) {
            assertThat(one(by(ADA, 10 + i, new Intent.EditMessage(cid(1), "x" + i))))
                    .isInstanceOf(Acked.class);
        }

        assertThat(code(one(by(ADA, 2, new Intent.EditMessage(cid(1), "x"))))).isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void theAuthorAndTheLeaderDeleteOthersDoNot() {
        team();
        decide(by(BOB, 1, post("a")), by(BOB, 2, post("b")), by(ADA, 3, post("c")));

        assertThat(one(by(BOB, 4, new Intent.DeleteMessage(cid(1))))).isInstanceOf(Acked.class);
        assertThat(one(by(ADA, 5, new Intent.DeleteMessage(cid(2))))).isInstanceOf(Acked.class);
        assertThat(code(one(by(BOB, 6, new Intent.DeleteMessage(cid(3)))))).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void deletingAgainIsAckedWithTheHeadAndWritesNothing() {
        team();
        decide(by(BOB, 1, post("a")), by(BOB, 2, new Intent.DeleteMessage(cid(1))));
        var again = acked(one(by(BOB, 3, new Intent.DeleteMessage(cid(1)))));

        assertThat(written).isEmpty();
        assertThat(again.seq()).isEqualTo(state.head);
        assertThat(again.duplicate()).isFalse();
        assertThat(acked(one(by(BOB, 3, new Intent.DeleteMessage(cid(1))))).duplicate())
                .isTrue();
    }

    @Test
    void aDeletedMessageIsNotEditedPinnedOrReactedTo() {
        team();
        decide(by(ADA, 1, post("a")), by(ADA, 2, new Intent.DeleteMessage(cid(1))));

        assertThat(code(one(by(ADA, 3, new Intent.EditMessage(cid(1), "x"))))).isEqualTo(RefusalCode.CONFLICT);
        assertThat(code(one(by(ADA, 4, new Intent.Pin(cid(1)))))).isEqualTo(RefusalCode.CONFLICT);
        assertThat(code(one(by(ADA, 5, new Intent.AddReaction(cid(1), "👍"))))).isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void aReactionCountsOncePerPersonAndIsTakenBack() {
        team();
        decide(by(ADA, 1, post("a")));

        assertThat(one(by(BOB, 2, new Intent.AddReaction(cid(1), "👍")))).isInstanceOf(Acked.class);
        assertThat(written).hasSize(1);
        assertThat(acked(one(by(BOB, 3, new Intent.AddReaction(cid(1), "👍")))).seq())
                .isEqualTo(state.head);
        assertThat(written).isEmpty();
        decide(by(BOB, 4, new Intent.RemoveReaction(cid(1), "👍")));
        assertThat(written).hasSize(1);
        decide(by(BOB, 5, new Intent.RemoveReaction(cid(1), "👍")));
        assertThat(written).isEmpty();
    }

    @Test
    void aReactionIsOneEmoji() {
        team();
        decide(by(ADA, 1, post("a")));

        assertThat(code(one(by(BOB, 2, new Intent.AddReaction(cid(1), "nice")))))
                .isEqualTo(RefusalCode.BAD_REQUEST);
    }

    @Test
    void pinningIsTheLeadersAndHasAnEffectOnce() {
        team();
        decide(by(BOB, 1, post("a")));

        assertThat(code(one(by(BOB, 2, new Intent.Pin(cid(1)))))).isEqualTo(RefusalCode.DENIED);
        decide(by(ADA, 3, new Intent.Pin(cid(1))), by(ADA, 4, new Intent.Pin(cid(1))));
        assertThat(written).hasSize(1);
        decide(by(ADA, 5, new Intent.Unpin(cid(1))), by(ADA, 6, new Intent.Unpin(cid(1))));
        assertThat(written).hasSize(1);
    }
}
