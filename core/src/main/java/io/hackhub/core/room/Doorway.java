package io.hackhub.core.room;

import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand.Admit;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who asks to read, and waits until the room can tell: until it has started, until their standing is known, or until a
/// cursor above the head is looked up.
final class Doorway {

    static final int MOST_WAITING = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private record Waiting(Admit admit, Instant since) {}

    private final Facts facts;
    private final JournalSupervisor journal;
    private final ChannelHead head;
    private final InstantSource clock;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Admit> doubts = new ArrayList<>();

    Doorway(Facts facts, JournalSupervisor journal, ChannelHead head, InstantSource clock) {
        this.facts = facts;
        this.journal = journal;
        this.head = head;
        this.clock = clock;
    }

    /// Whether nobody waits; those whose cursor is being looked up are answered without waiting.
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void admit(Admit admit) {
        var user = admit.reader().user();
        var since = admit.since();
        if (!canTell()) {
            await(admit);
        } else if (since != null && since > head.seq()) {
            doubt(admit);
        } else if (facts.enough(user, admit.reader().admin(), clock.instant())) {
            answer(admit);
        } else {
            await(admit);
            facts.ask(user);
        }
    }

    /// The journal is there, or the channel's members are known: everybody once more.
    void admitAll() {
        takeAll().forEach(this::admit);
    }

    /// Answers those of one person (or guests).
    void standingKnown(@Nullable UserId user) {
        var theirs = waiting.stream()
                .filter(it -> Objects.equals(it.admit().reader().user(), user))
                .toList();
        waiting.removeAll(theirs);
        theirs.stream().map(Waiting::admit).forEach(this::answer);
    }

    void headKnown() {
        takeDoubts().forEach(this::admit);
    }

    /// Nobody can say whether their cursors are good.
    void headUnknown() {
        takeDoubts().forEach(admit -> refuse(admit, RefusalCode.UNAVAILABLE));
    }

    /// Refuses who has waited too long, and asks once more about the others.
    void expire() {
        var now = clock.instant();
        var late = waiting.stream()
                .filter(it -> it.since().plus(PATIENCE).isBefore(now))
                .toList();
        waiting.removeAll(late);
        late.forEach(it -> refuse(it.admit(), RefusalCode.UNAVAILABLE));
        if (canTell()) {
            waiting.stream().map(it -> it.admit().reader().user()).distinct().forEach(facts::ask);
        }
    }

    void refuseAll(RefusalCode code) {
        takeAll().forEach(admit -> refuse(admit, code));
        takeDoubts().forEach(admit -> refuse(admit, code));
    }

    private boolean canTell() {
        return journal.isReady() && facts.complete();
    }

    private void answer(Admit admit) {
        if (!journal.isReady()) {
            await(admit);
            return;
        }
        var user = admit.reader().user();
        var admin = admit.reader().admin();
        var now = clock.instant();
        var rights = facts.rights(Set.of(Optional.ofNullable(user)));
        var refusal = rights.readRefusal(user, admin);
        var canWrite = user != null && rights.mayWrite(user, admin, now) && !rights.muted(user, now);
        admit.replyTo()
                .tell(new Admission(admit.channel(), admit.ticket(), refusal.orElse(null), head.seq(), canWrite));
    }

    private void doubt(Admit admit) {
        if (doubts.size() >= MOST_WAITING) {
            refuse(admit, RefusalCode.OVERLOADED);
        } else {
            doubts.add(new Admit(admit.channel(), admit.reader(), null, admit.ticket(), admit.replyTo()));
            head.lookUp();
        }
    }

    private void await(Admit admit) {
        if (waiting.size() >= MOST_WAITING) {
            refuse(admit, RefusalCode.OVERLOADED);
        } else {
            waiting.add(new Waiting(admit, clock.instant()));
        }
    }

    private List<Admit> takeAll() {
        var all = waiting.stream().map(Waiting::admit).toList();
        waiting.clear();
        return all;
    }

    private List<Admit> takeDoubts() {
        var all = List.copyOf(doubts);
        doubts.clear();
        return all;
    }

    private static void refuse(Admit admit, RefusalCode code) {
        admit.replyTo().tell(new Admission(admit.channel(), admit.ticket(), code, 0, false));
    }
}
