package io.hackhub.core.live;

import static io.hackhub.core.live.Fixture.CHAT;
import static io.hackhub.core.live.Fixture.deleted;
import static io.hackhub.core.live.Fixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.HubCommand.Subscribe;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubTest extends HubStage {

    @Test
    void aRepairComesFromTheRingOrTheJournal() {
        write(3);
        subscribed(ada, 1L, 3);
        events(4, 6);
        write(6);
        hub.on(new HubCommand.Repair(8, CHAT, 5, 6, ada));
        hub.on(new HubCommand.Repair(9, CHAT, 2, 4, ada));
        hub.on(new HubCommand.Repair(10, CHAT, 6, 9, ada));
        lane.run();

        assertThat(ada.log).endsWith("repaired 8 [5, 6]", "repaired 9 [2, 3, 4]", "repaired 10 [6]");
    }

    @Test
    void aRepairIsBoundedAndNeverBelowTheSubscription() {
        write(600);
        subscribed(ada, 100L, 600);
        hub.on(new HubCommand.Repair(8, CHAT, 100, 110, ada));
        hub.on(new HubCommand.Repair(9, CHAT, 101, 601, ada));
        hub.on(new HubCommand.Repair(10, CHAT, 110, 109, ada));
        hub.on(new HubCommand.Repair(11, CHAT, 101, 110, bob));
        hub.on(new HubCommand.Repair(12, CHAT, 101, 600, ada));
        lane.run();

        assertThat(ada.log).contains("refused 8 bad_request", "refused 9 bad_request", "refused 10 bad_request");
        assertThat(ada.log.getLast()).isEqualTo("repaired 12 " + range(101, 600));
        assertThat(bob.log).containsExactly("refused 11 denied");
    }

    @Test
    void aRepairAboveTheHeadIsRefused() {
        write(3);
        subscribed(ada, 0L, 3);
        hub.on(new HubCommand.Repair(8, CHAT, 4, 9, ada));
        lane.run();

        assertThat(ada.log.getLast()).isEqualTo("refused 8 bad_request");
    }

    @Test
    void aRepairThatTheLogHasNothingForIsRefused() {
        write(600);
        subscribed(ada, 0L, 600);
        journal.clear();
        hub.on(new HubCommand.Repair(8, CHAT, 401, 410, ada));
        lane.run();

        assertThat(ada.log.getLast()).isEqualTo("refused 8 unavailable");
    }

    @Test
    void aRepairOfADeletedMessageHasNoText() {
        write(3);
        subscribed(ada, 0L, 3);
        hub.on(new HubCommand.Events(CHAT, List.of(deleted(4, 2))));
        hub.on(new HubCommand.Repair(8, CHAT, 2, 2, ada));
        lane.run();

        assertThat(ada.frames.getLast()).contains("\"text\":null").doesNotContain("text-2");
    }

    @Test
    void aBoardIsShownAfterSubscribedAndTheNewestWins() {
        hub.on(new Subscribe(7, BOARD, null, ada));
        hub.on(new HubCommand.BoardIs(BOARD, board(1)));
        hub.on(new HubCommand.BoardIs(BOARD, board(2)));
        hub.on(new Admission(BOARD, ticket(), null, 0, false));
        hub.on(new HubCommand.BoardIs(BOARD, board(3)));
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "board 2", "board 3");
    }

    @Test
    void aBoardThatIsThereIsNotAskedForEachSecond() {
        hub.on(new Subscribe(7, BOARD, null, ada));
        hub.on(new HubCommand.BoardIs(BOARD, board(1)));
        hub.on(new Admission(BOARD, ticket(), null, 0, false));
        tick(3);
        sent.clear();
        tick(1);
        tick(1);

        assertThat(sent).noneMatch(SourceCommand.Follow.class::isInstance);
    }

    @Test
    void whoMayNoLongerSeeABoardIsCut() {
        hub.on(new Subscribe(7, BOARD, null, ada));
        hub.on(new HubCommand.BoardIs(BOARD, board(1)));
        hub.on(new Admission(BOARD, ticket(), null, 0, false));
        hub.on(new HubCommand.Cut(BOARD, user(1)));
        hub.on(new HubCommand.BoardIs(BOARD, board(2)));
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "board 1", "revoked denied");
    }

    @Test
    void whoIsCutWhileTheFirstBoardIsAwaitedIsRefused() {
        hub.on(new Subscribe(7, BOARD, null, ada));
        hub.on(new Admission(BOARD, ticket(), null, 0, false));
        hub.on(new HubCommand.Cut(BOARD, user(1)));
        hub.on(new HubCommand.BoardIs(BOARD, board(1)));
        lane.run();

        assertThat(ada.log).containsExactly("refused 7 denied");
    }

    @Test
    void whoIsNotMeantByACutStillWaitsForTheFirstBoard() {
        hub.on(new Subscribe(7, BOARD, null, ada));
        hub.on(new Admission(BOARD, ticket(), null, 0, false));
        hub.on(new HubCommand.Cut(BOARD, user(2)));
        hub.on(new HubCommand.BoardIs(BOARD, board(1)));
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "board 1");
    }

    @Test
    void whoIsThereIsForReadersToAsk() {
        hub.on(new HubCommand.AskWho(5, CHAT, bob));
        subscribed(ada, 0L, 0);
        sent.clear();
        hub.on(new HubCommand.AskWho(6, CHAT, ada));
        var asked = (SourceCommand.Who) sent.getFirst();
        hub.on(new HubCommand.WhoIs(CHAT, asked.ticket(), List.of(), 0));
        hub.on(new HubCommand.AskWho(8, CHAT, ada));
        tick(7);
        lane.run();

        assertThat(asked.here()).containsExactly(user(1));
        assertThat(bob.log).containsExactly("refused 5 denied");
        assertThat(ada.log).containsExactly("subscribed 7", "who 6 0", "refused 8 unavailable");
    }
}
