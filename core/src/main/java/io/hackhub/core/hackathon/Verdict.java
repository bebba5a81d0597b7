package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonReply.Guard;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import java.util.List;

/// What is decided on a command: events to store, perhaps none, or a refusal.
sealed interface Verdict {

    record Yes(List<HackathonEvent> events) implements Verdict {
        public Yes {
            events = List.copyOf(events);
        }
    }

    record No(Reason reason, List<Guard> guards) implements Verdict {
        public No {
            guards = List.copyOf(guards);
        }
    }

    static Verdict yes(HackathonEvent... events) {
        return new Yes(List.of(events));
    }

    static Verdict no(Reason reason) {
        return new No(reason, List.of());
    }

    static Verdict guarded(List<Guard> failed, HackathonEvent... events) {
        return failed.isEmpty() ? yes(events) : new No(Reason.GUARD_FAILED, failed);
    }
}
