package io.hackhub.core.room;

import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand.Admit;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
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
    private final List<Waiting> waiting = new ArrayList<>();

    Doorway(Facts facts) {
        this.facts = facts;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void await(Admit admit, Instant now) {
        if (waiting.size() >= MOST_WAITING) {
            refuse(admit, RefusalCode.OVERLOADED);
        } else {
            waiting.add(new Waiting(admit, now));
        }
    }

    /// Everybody, out of the waiting list.
    List<Admit> all() {
        var all = waiting.stream().map(Waiting::admit).toList();
        waiting.clear();
        return all;
    }

    /// Those of one person (or guests), out of the waiting list.
    List<Admit> of(@Nullable UserId user) {
        var theirs = waiting.stream()
                .filter(it -> Objects.equals(it.admit().reader().user(), user))
                .toList();
        waiting.removeAll(theirs);
        return theirs.stream().map(Waiting::admit).toList();
    }

    /// Refuses who has waited too long, and asks once more about the others.
    void expire(Instant now, boolean askAgain) {
        var late = waiting.stream()
                .filter(it -> it.since().plus(PATIENCE).isBefore(now))
                .toList();
        waiting.removeAll(late);
        late.forEach(it -> refuse(it.admit(), RefusalCode.UNAVAILABLE));
        if (askAgain) {
            waiting.stream().map(it -> it.admit().reader().user()).distinct().forEach(facts::ask);
        }
    }

    void refuseAll(RefusalCode code) {
        all().forEach(admit -> refuse(admit, code));
    }

    void answer(Admit admit, long head, Instant now) {
        var user = admit.reader().user();
        var admin = admit.reader().admin();
        var rights = facts.rights(Set.of(Optional.ofNullable(user)));
        var refusal = rights.readRefusal(user, admin);
        var canWrite = user != null && rights.mayWrite(user, admin, now) && !rights.muted(user, now);
        admit.replyTo().tell(new Admission(admit.channel(), admit.ticket(), refusal.orElse(null), head, canWrite));
    }

    private static void refuse(Admit admit, RefusalCode code) {
        admit.replyTo().tell(new Admission(admit.channel(), admit.ticket(), code, 0, false));
    }
}
