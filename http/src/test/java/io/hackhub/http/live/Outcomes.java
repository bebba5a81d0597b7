package io.hackhub.http.live;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Receipt;

/// Outcomes that tests answer with.
final class Outcomes {

    private Outcomes() {}

    static Outcome acked(long id, long seq) {
        return new Outcome.Acked(1, Frames.cid(id), seq, Receipt.message(Frames.cid(id)), false);
    }
}
