package io.hackhub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.faults.History.Acknowledged;
import io.hackhub.faults.History.Applied;
import io.hackhub.faults.History.Failed;
import io.hackhub.faults.History.Invoked;
import io.hackhub.faults.History.Resent;
import io.hackhub.faults.HistoryChecker.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The checker must find each fault that it is there for, and nothing in a clean run.
class HistoryCheckerTest {

    private static final String ROOM = "team/1/chat";

    private final List<Entry> log =
            new ArrayList<>(List.of(new Entry(1, ""), new Entry(2, "a"), new Entry(3, "b"), new Entry(4, "c")));

    private final List<History> history = new ArrayList<>(List.of(
            new Invoked("ada", 1, ROOM, "a"),
            new Invoked("ada", 2, ROOM, "b"),
            new Invoked("bob", 1, ROOM, "c"),
            new Acknowledged("ada", "a", 2, false),
            new Acknowledged("ada", "b", 3, true),
            new Acknowledged("bob", "c", 4, false),
            new Applied("eve", ROOM, 2, "a"),
            new Applied("eve", ROOM, 3, "b"),
            new Applied("eve", ROOM, 4, "c")));

    @Test
    void aCleanRunHasNoFault() {
        assertThat(check()).isEmpty();
    }

    @Test
    void findsALostMessage() {
        log.removeLast();
        assertThat(check()).anyMatch(fault -> fault.startsWith("lost: c"));
    }

    @Test
    void findsADoubledMessage() {
        log.add(new Entry(5, "b"));
        assertThat(check()).anyMatch(fault -> fault.contains("doubled b"));
    }

    @Test
    void findsWritersWhoUsedTheSameCid() {
        history.add(new Invoked("bob", 2, "team/2/chat", "a"));
        assertThat(check()).anyMatch(fault -> fault.startsWith("sent by two: a"));
    }

    @Test
    void findsAHole() {
        log.set(3, new Entry(5, "c"));
        assertThat(check()).anyMatch(fault -> fault.contains("seq 5 (expected: 4)"));
    }

    @Test
    void findsAuthorsMessagesReordered() {
        log.set(1, new Entry(2, "b"));
        log.set(2, new Entry(3, "a"));
        assertThat(check()).anyMatch(fault -> fault.startsWith("reordered: b"));
    }

    @Test
    void aMessageSentAgainMayStandLater() {
        log.set(1, new Entry(2, "b"));
        log.set(2, new Entry(3, "a"));
        history.add(2, new Resent("ada", "a"));
        assertThat(check()).noneMatch(fault -> fault.startsWith("reordered"));
    }

    @Test
    void aMessageSentAgainBeforeTheNextMayNotStandLater() {
        log.set(1, new Entry(2, "b"));
        log.set(2, new Entry(3, "a"));
        history.add(1, new Resent("ada", "a"));
        assertThat(check()).anyMatch(fault -> fault.startsWith("reordered: b"));
    }

    @Test
    void findsAMessageThatWasNeverAcknowledged() {
        history.removeIf(step -> step instanceof Acknowledged(var _, var cid, var _, var _) && cid.equals("c"));
        assertThat(check()).containsExactly("never acknowledged: c");
    }

    @Test
    void findsAReaderWhoMissedAnEvent() {
        history.remove(new Applied("eve", ROOM, 3, "b"));
        assertThat(check()).anyMatch(fault -> fault.contains("read 4 (expected: 3)"));
    }

    @Test
    void findsAReaderWhoSawAnEventTwice() {
        history.add(new Applied("eve", ROOM, 4, "c"));
        assertThat(check()).anyMatch(fault -> fault.contains("read 4 (expected: 5)"));
    }

    @Test
    void findsAReaderWhoSawAnotherLog() {
        history.set(7, new Applied("eve", ROOM, 3, "x"));
        assertThat(check()).anyMatch(fault -> fault.contains("another event at 3"));
    }

    @Test
    void findsAReaderWhoWasLeftBehind() {
        history.removeLast();
        assertThat(check()).anyMatch(fault -> fault.contains("stopped at 3 (expected: 4)"));
    }

    @Test
    void whoHasLeftIsNotExpectedToReadOn() {
        log.add(new Entry(5, "", "eve"));
        log.add(new Entry(6, ""));
        assertThat(check()).isEmpty();
    }

    @Test
    void findsAReaderWhoReadOnAfterLeaving() {
        log.set(2, new Entry(3, "b", "eve"));
        assertThat(check()).anyMatch(fault -> fault.startsWith("eve: read 4 after leaving"));
    }

    @Test
    void findsAMessageOfSomebodyWhoHadLeft() {
        log.set(1, new Entry(2, "a", "bob"));
        assertThat(check()).anyMatch(fault -> fault.startsWith("bob: wrote c after leaving"));
    }

    @Test
    void whatWasRefusedForGoodNeedsNoAcknowledgement() {
        history.add(new Invoked("bob", 2, ROOM, "d"));
        history.add(new Failed("bob", "d", "denied", false));
        assertThat(check()).isEmpty();
    }

    private List<String> check() {
        return HistoryChecker.check(Map.of(ROOM, log), history);
    }
}
