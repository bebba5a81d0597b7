package io.hackhub.core.judging;

import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes out that one judge is strict and another is kind: a score is mean + quality of the team + bias of the judge,
/// and the biases are kept small by a ridge of λ = 1. Minimises Σ (x − m − q − b)² + λ Σ b² by turns; at the minimum
/// the biases of a connected graph sum to 0, so they are centred in each turn, without which a large panel would
/// converge slowly.
final class JudgeEffects {

    /// What one judge gave one team, 0 to 100.
    record Score(UserId judge, TeamId team, double value) {}

    /// Scores as they are shown, and how far each judge lies above the others.
    record Result(Map<TeamId, Double> scores, Map<UserId, Double> bias) {}

    private static final double LAMBDA = 1;
    private static final double PRECISION = 1e-10;
    private static final int MOST_TURNS = 10_000;

    private final List<Score> scores;
    private final double mean;
    private final Map<TeamId, Double> quality = new LinkedHashMap<>();
    private final Map<UserId, Double> bias = new LinkedHashMap<>();

    private JudgeEffects(List<Score> scores) {
        this.scores = scores;
        this.mean = scores.stream().mapToDouble(Score::value).average().orElse(0);
        scores.forEach(score -> quality.put(score.team(), 0d));
        scores.forEach(score -> bias.put(score.judge(), 0d));
    }

    /// Empty where judges and teams fall into groups that nothing connects: their scores cannot be compared this way.
    static Optional<Result> of(List<Score> scores) {
        return connected(scores) ? Optional.of(new JudgeEffects(scores).converge()) : Optional.empty();
    }

    static boolean connected(List<Score> scores) {
        var neighbours = new HashMap<Object, HashSet<Object>>();
        for (var score : scores) {
            neighbours.computeIfAbsent(score.judge(), _ -> new HashSet<>()).add(score.team());
            neighbours.computeIfAbsent(score.team(), _ -> new HashSet<>()).add(score.judge());
        }
        var seen = new HashSet<Object>();
        var open = new ArrayDeque<Object>();
        neighbours.keySet().stream().findFirst().ifPresent(open::add);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (seen.add(next)) {
                open.addAll(neighbours.getOrDefault(next, new HashSet<>()));
            }
        }
        return seen.size() == neighbours.size();
    }

    private Result converge() {
        for (int turn = 0; turn < MOST_TURNS && turn() > PRECISION; turn++) {}
        var shown = new LinkedHashMap<TeamId, Double>();
        quality.forEach((team, q) -> shown.put(team, mean + q));
        return new Result(shown, Map.copyOf(bias));
    }

    /// One turn: qualities given the biases, then biases given the qualities. Answers how far the biases moved.
    private double turn() {
        var ofTeams = new Sums<TeamId>();
        scores.forEach(score -> ofTeams.add(score.team(), score.value() - mean - valueOf(bias, score.judge())));
        quality.replaceAll((team, _) -> ofTeams.total(team) / ofTeams.count(team));
        var ofJudges = new Sums<UserId>();
        scores.forEach(score -> ofJudges.add(score.judge(), score.value() - mean - valueOf(quality, score.team())));
        var next = new HashMap<UserId, Double>();
        bias.keySet().forEach(judge -> next.put(judge, ofJudges.total(judge) / (ofJudges.count(judge) + LAMBDA)));
        double centre = next.values().stream().mapToDouble(b -> b).average().orElse(0);
        double moved = 0;
        for (var entry : bias.entrySet()) {
            double b = valueOf(next, entry.getKey()) - centre;
            moved = Math.max(moved, Math.abs(b - entry.getValue()));
            entry.setValue(b);
        }
        return moved;
    }

    private static <K> double valueOf(Map<K, Double> map, K key) {
        return map.getOrDefault(key, 0d);
    }

    /// Totals and counts by key.
    private static final class Sums<K> {
        private final Map<K, double[]> sums = new HashMap<>();

        void add(K key, double value) {
            var sum = sums.computeIfAbsent(key, _ -> new double[2]);
            sum[0] += value;
            sum[1]++;
        }

        double total(K key) {
            return sums.getOrDefault(key, new double[2])[0];
        }

        double count(K key) {
            return sums.getOrDefault(key, new double[2])[1];
        }
    }
}
