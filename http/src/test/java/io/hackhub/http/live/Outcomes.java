package io.hackhub.http.live;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.RefusalCode;

/// Outcomes that tests answer with.
final class Outcomes {

    private Outcomes() {}

    static Outcome acked(long id, long seq) {
        return new Outcome.Acked(1, Frames.cid(id), seq, Receipt.message(Frames.cid(id)), false);
    }

    static Outcome refused(RefusalCode code) {
        return Outcome.refused(1, code, "no");
    }
}
