package io.hackhub.core.judging;

import java.util.Comparator;
import java.util.List;

/// What a project is scored by. The score is 100 · Σ w·share / Σ w; an abstained criterion leaves both sums.
public record Rubric(List<Criterion> criteria) {
    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /// 0 to 100; 0 where nothing was marked.
    double score(Marks marks) {
        double sum = 0;
        double weights = 0;
        for (var criterion : criteria) {
            var mark = marks.of(criterion.key());
            if (mark.isPresent()) {
                sum += criterion.weight() * criterion.share(mark.getAsDouble());
                weights += criterion.weight();
            }
        }
        return weights == 0 ? 0 : 100 * sum / weights;
    }

    /// The order in which criteria break ties; of equal weights the one that stands first.
    List<Criterion> heaviestFirst() {
        return criteria.stream()
                .sorted(Comparator.comparingDouble(Criterion::weight).reversed())
                .toList();
    }
}
