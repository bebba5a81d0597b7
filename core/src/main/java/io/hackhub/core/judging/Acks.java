package io.hackhub.core.judging;

import io.hackhub.core.judging.LeaderboardReply.Reason;
import io.hackhub.core.judging.LeaderboardReply.Refused;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import java.util.UUID;
import java.util.stream.Collectors;

/// Answers in the terms of the live protocol.
final class Acks {

    private Acks() {}

    static Outcome acked(long ticket, UUID cid, long version, boolean duplicate) {
        return new Outcome.Acked(ticket, cid, null, Outcome.Receipt.version(version), duplicate);
    }

    static Outcome refused(long ticket, Refused refused) {
        var fields = refused.fields().stream()
                .map(field -> field.field() + " " + field.message())
                .collect(Collectors.joining("; "));
        return Outcome.refused(ticket, code(refused.reason()), fields.isEmpty() ? refused.message() : fields);
    }

    private static RefusalCode code(Reason reason) {
        return switch (reason) {
            case NOT_A_JUDGE -> RefusalCode.DENIED;
            case NO_SUCH_TEAM -> RefusalCode.NOT_FOUND;
            case INVALID -> RefusalCode.BAD_REQUEST;
            case PHASE, STALE, CONFLICT, GUARD_FAILED -> RefusalCode.CONFLICT;
            case UNAVAILABLE -> RefusalCode.UNAVAILABLE;
        };
    }
}
