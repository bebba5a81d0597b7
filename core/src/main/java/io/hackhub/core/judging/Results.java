package io.hackhub.core.judging;

import java.util.List;

/// One version of a hackathon's results; later ones never change it.
public record Results(int version, Method method, List<ResultRow> rows, List<Waiver> waived) {

    /// How scores were made of scorecards.
    public enum Method {
        /// Judge effects taken out.
        JUDGE_EFFECTS,
        /// Plain means, because judges and teams fall into groups that no review connects.
        WEIGHTED_MEANS
    }

    public Results {
        rows = List.copyOf(rows);
        waived = List.copyOf(waived);
    }
}
