package io.hackhub.core.team;

import java.util.List;

/// What is decided about a command: what has happened now, or why nothing does. Accepted without events = it was so
/// already.
sealed interface Verdict {

    record Accepted(List<TeamEvent> events) implements Verdict {}

    record Refused(Refusal reason) implements Verdict {}

    static Verdict accept(TeamEvent... events) {
        return new Accepted(List.of(events));
    }

    static Verdict refuse(Refusal reason) {
        return new Refused(reason);
    }
}
