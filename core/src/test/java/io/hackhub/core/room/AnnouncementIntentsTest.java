package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.EVE;
import static io.hackhub.core.room.Fixture.NEWS;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.actAsAdmin;
import static io.hackhub.core.room.Fixture.cid;
import static io.hackhub.core.room.Fixture.post;
import static io.hackhub.core.room.Fixture.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncementIntentsTest extends Deciding {

    @Test
    void organizersAndAdminsAnnounceOthersReadOnly() {
        news(standing(ADA, 3, Grant.ORGANIZER), standing(BOB, 3, Grant.PARTICIPANT), standing(EVE, 3));

        assertThat(acked(one(by(ADA, 1, publish(1)))).data()).isEqualTo(Receipt.update(cid(1)));
        assertThat(code(one(by(BOB, 2, publish(2))))).isEqualTo(RefusalCode.DENIED);
        assertThat(one(actAsAdmin(3, EVE, publish(3), outcomes.getRef()))).isInstanceOf(Acked.class);
    }

    @Test
    void nothingIsAnnouncedBeforePublication() {
        news(new Standing(ADA.id(), 3, Set.of(Grant.ORGANIZER), false, Instant.EPOCH));

        assertThat(code(one(by(ADA, 1, publish(1))))).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void anEditKeepsTheFirstAuthorAndTime() {
        news(standing(ADA, 3, Grant.ORGANIZER), standing(BOB, 3, Grant.ORGANIZER));
        decide(by(ADA, 1, publish(1)));
        now = NOW.plusSeconds(10);
        decide(by(
                BOB,
                2,
                new Intent.EditAnnouncement(
                        cid(1), "Lunch", "At one", UpdateType.SCHEDULE_CHANGE, Priority.HIGH, List.of())));

        assertThat(written).singleElement().isInstanceOfSatisfying(RoomEvent.AnnouncementEdited.class, it -> {
            assertThat(it.author()).isEqualTo(ADA.id());
            assertThat(it.publishedAt()).isEqualTo(NOW);
            assertThat(it.by()).isEqualTo(BOB.id());
        });
    }

    @Test
    void whatIsWithdrawnIsNotEdited() {
        news(standing(ADA, 3, Grant.ORGANIZER));
        decide(by(ADA, 1, publish(1)), by(ADA, 2, new Intent.WithdrawAnnouncement(cid(1))));
        assertThat(written).hasSize(2);

        decide(by(ADA, 3, new Intent.WithdrawAnnouncement(cid(1))));
        assertThat(written).isEmpty();
        assertThat(code(one(by(
                        ADA,
                        4,
                        new Intent.EditAnnouncement(cid(1), "a", "b", UpdateType.RESOURCE, Priority.LOW, List.of())))))
                .isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void anUpdateIsPublishedOnce() {
        news(standing(ADA, 3, Grant.ORGANIZER));
        decide(by(ADA, 1, publish(1)));

        assertThat(code(one(by(ADA, 2, publish(1))))).isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void aMessageIsNoAnnouncementNorTheOtherWayRound() {
        news(standing(ADA, 3, Grant.ORGANIZER));
        assertThat(code(one(by(ADA, 1, post("hi"))))).isEqualTo(RefusalCode.BAD_REQUEST);

        hall(standing(ADA, 3, Grant.ORGANIZER));
        assertThat(code(one(by(ADA, 2, publish(2))))).isEqualTo(RefusalCode.BAD_REQUEST);
    }

    @Test
    void lostOrganizersAnnounceNoMoreAndNobodyIsToldTheyLeft() {
        news(standing(ADA, 3, Grant.ORGANIZER));
        decide(new StandingChanged(standing(ADA, 4), applied.getRef()));

        assertThat(written).isEmpty();
        assertThat(applied.getAllReceived()).containsExactly(new Applied(NEWS, 4));
        assertThat(code(one(by(ADA, 1, publish(1))))).isEqualTo(RefusalCode.DENIED);
    }
}
