package io.hackhub.core.judging;

import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Puts scored teams in order. Ties go through the criteria from the heaviest on, then head-to-head among the judges
/// that two teams share, then the number of first places; what is still tied shares its rank: "1, 2, 2, 4". Never by
/// time.
final class Ranking {

    /// A team's place. `score` is exact; what is shown of it is the board's matter.
    record Place(TeamId team, String name, double score, int rank, boolean tied) {}

    /// One way to tell tied teams apart: the more, the better.
    private interface Step {
        Map<TeamId, Double> keys(List<TeamSheet> tied);
    }

    private static final double PRECISION = 1e6;

    private final Rubric rubric;
    private final Map<TeamId, Map<UserId, Double>> byJudge = new HashMap<>();
    private final Map<TeamId, Double> firstPlaces;
    private final List<Step> steps = new ArrayList<>();
    private final int headToHead;

    private Ranking(Rubric rubric, List<TeamSheet> sheets, Map<TeamId, Double> scores) {
        this.rubric = rubric;
        sheets.forEach(sheet -> byJudge.put(sheet.team(), scoresOf(sheet)));
        firstPlaces = countFirstPlaces();
        steps.add(tied -> keys(tied, sheet -> scores.getOrDefault(sheet.team(), 0d)));
        rubric.heaviestFirst().forEach(criterion -> steps.add(tied -> keys(tied, sheet -> mean(sheet, criterion))));
        headToHead = steps.size();
        steps.add(this::headToHead);
        steps.add(tied -> keys(tied, sheet -> firstPlaces.getOrDefault(sheet.team(), 0d)));
    }

    /// Ranks those of `sheets` that `scores` names.
    static List<Place> of(Rubric rubric, List<TeamSheet> sheets, Map<TeamId, Double> scores) {
        var scored = sheets.stream()
                .filter(sheet -> scores.containsKey(sheet.team()))
                .toList();
        var ranking = new Ranking(rubric, scored, scores);
        var groups = new ArrayList<List<TeamSheet>>();
        ranking.split(scored, 0, groups);
        var places = new ArrayList<Place>();
        for (var group : groups) {
            int rank = places.size() + 1;
            group.stream()
                    .sorted(Comparator.comparing(TeamSheet::name)
                            .thenComparing(sheet -> sheet.team().value()))
                    .forEach(sheet -> places.add(new Place(
                            sheet.team(),
                            sheet.name(),
                            scores.getOrDefault(sheet.team(), 0d),
                            rank,
                            group.size() > 1)));
        }
        return places;
    }

    /// The plain weighted means, which are shown while judging runs: of teams with at least one complete card.
    static Map<TeamId, Double> means(Rubric rubric, List<TeamSheet> sheets) {
        var means = new HashMap<TeamId, Double>();
        for (var sheet : sheets) {
            sheet.counted().stream()
                    .mapToDouble(card -> rubric.score(card.criteria()))
                    .average()
                    .ifPresent(mean -> means.put(sheet.team(), mean));
        }
        return means;
    }

    private void split(List<TeamSheet> tied, int step, List<List<TeamSheet>> groups) {
        if (tied.size() < 2 || step == steps.size()) {
            if (!tied.isEmpty()) {
                groups.add(tied);
            }
            return;
        }
        var keys = steps.get(step).keys(tied);
        var byKey = new TreeMap<Double, List<TeamSheet>>(Comparator.reverseOrder());
        for (var sheet : tied) {
            byKey.computeIfAbsent(keys.getOrDefault(sheet.team(), 0d), _ -> new ArrayList<>())
                    .add(sheet);
        }
        // Whoever is left over from a larger tie meets head-to-head once more, among themselves.
        boolean again = step == headToHead && byKey.size() > 1;
        byKey.values().forEach(group -> split(group, again ? step : step + 1, groups));
    }

    private interface Value {
        double of(TeamSheet sheet);
    }

    private static Map<TeamId, Double> keys(List<TeamSheet> tied, Value value) {
        var keys = new HashMap<TeamId, Double>();
        tied.forEach(sheet -> keys.put(sheet.team(), rounded(value.of(sheet))));
        return keys;
    }

    /// The mean share of one criterion over the cards that mark it; a team that nobody marked stands below all others.
    private static double mean(TeamSheet sheet, Criterion criterion) {
        return sheet.counted().stream()
                .map(card -> card.criteria().of(criterion.key()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(mark -> criterion.share(mark.getAsDouble()))
                .average()
                .orElse(-1);
    }

    /// How many of the other tied teams each one beats, less how many beat it; a pair is decided by the majority of the
    /// judges who scored both.
    private Map<TeamId, Double> headToHead(List<TeamSheet> tied) {
        var points = new HashMap<TeamId, Double>();
        for (var one : tied) {
            double sum = 0;
            for (var other : tied) {
                sum += Math.signum(majority(one.team(), other.team()));
            }
            points.put(one.team(), sum);
        }
        return points;
    }

    private double majority(TeamId one, TeamId other) {
        var ofOther = byJudge.getOrDefault(other, Map.of());
        double votes = 0;
        for (var entry : byJudge.getOrDefault(one, Map.of()).entrySet()) {
            var against = ofOther.get(entry.getKey());
            if (against != null) {
                votes += Math.signum(entry.getValue() - against);
            }
        }
        return votes;
    }

    private Map<TeamId, Double> countFirstPlaces() {
        var best = new HashMap<UserId, Double>();
        byJudge.values().forEach(scored -> scored.forEach((judge, score) -> best.merge(judge, score, Math::max)));
        var counts = new HashMap<TeamId, Double>();
        byJudge.forEach((team, scored) -> scored.forEach((judge, score) -> {
            if (score.equals(best.get(judge))) {
                counts.merge(team, 1d, Double::sum);
            }
        }));
        return counts;
    }

    private Map<UserId, Double> scoresOf(TeamSheet sheet) {
        var scored = new HashMap<UserId, Double>();
        sheet.counted().forEach(card -> scored.put(card.judge(), rounded(rubric.score(card.criteria()))));
        return scored;
    }

    /// Also turns −0 into 0, which a tree map would tell apart.
    private static double rounded(double value) {
        return Math.rint(value * PRECISION) / PRECISION + 0d;
    }
}
