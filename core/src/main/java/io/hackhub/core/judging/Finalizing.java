package io.hackhub.core.judging;

import io.hackhub.core.judging.JudgeEffects.Score;
import io.hackhub.core.judging.LeaderboardCommand.Finalize;
import io.hackhub.core.judging.LeaderboardEvent.Finalized;
import io.hackhub.core.judging.LeaderboardEvent.Frozen;
import io.hackhub.core.judging.LeaderboardReply.Guard;
import io.hackhub.core.judging.LeaderboardReply.Reason;
import io.hackhub.core.judging.LeaderboardReply.Refused;
import io.hackhub.core.judging.LeaderboardState.Phase;
import io.hackhub.core.judging.Ranking.Place;
import io.hackhub.core.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes results of scorecards, or says what is in the way: reviews that are missing and not waived, ties that nothing
/// resolves and nobody declared shared.
final class Finalizing {

    /// Results, or the guards that failed.
    private record Attempt(Results results, List<Guard> failed) {
        private Attempt {
            failed = List.copyOf(failed);
        }
    }

    private static final int MOST_NAMED = 5;

    private Finalizing() {}

    /// The public board stands still from now on, if it does not already.
    static Verdict decide(LeaderboardState state, Finalize command, Instant now) {
        if (state.phase() != Phase.OPEN) {
            return Verdict.no(Reason.PHASE, "results are made while judging is open");
        }
        var attempt = attempt(state, command.waived(), command.sharedRanks());
        if (!attempt.failed().isEmpty()) {
            return new Verdict.No(new Refused(
                    Reason.GUARD_FAILED, "the results cannot be finalized yet", attempt.failed(), List.of()));
        }
        var finalized = new Finalized(attempt.results(), command.by(), now);
        return state.frozen() == null
                ? Verdict.yes(new Frozen(state.publicRows(), command.by(), now), finalized)
                : Verdict.yes(finalized);
    }

    private static Attempt attempt(LeaderboardState state, List<Waiver> waived, List<List<TeamId>> sharedRanks) {
        var sheets = state.counting();
        var rubric = state.panel().rubric();
        var scores = scores(rubric, sheets);
        var effects = JudgeEffects.of(scores);
        var places = Ranking.of(
                rubric,
                sheets,
                effects.map(JudgeEffects.Result::scores).orElseGet(() -> Ranking.means(rubric, sheets)));
        var failed = new ArrayList<Guard>();
        missingReviews(state, sheets, waived, failed);
        ties(places, sharedRanks, failed);
        return new Attempt(
                new Results(
                        state.results().size() + 1,
                        effects.isPresent() ? Results.Method.JUDGE_EFFECTS : Results.Method.WEIGHTED_MEANS,
                        places.stream().map(ResultRow::of).toList(),
                        waived),
                failed);
    }

    private static List<Score> scores(Rubric rubric, List<TeamSheet> sheets) {
        var scores = new ArrayList<Score>();
        for (var sheet : sheets) {
            for (var card : sheet.counted()) {
                scores.add(new Score(card.judge(), sheet.team(), rubric.score(card.criteria())));
            }
        }
        return scores;
    }

    private static void missingReviews(
            LeaderboardState state, List<TeamSheet> sheets, List<Waiver> waived, List<Guard> failed) {
        var missing = new ArrayList<String>();
        for (var sheet : sheets) {
            long open = state.panel().judges().stream()
                    .filter(judge -> waived.stream().noneMatch(waiver -> waiver.covers(judge, sheet.team())))
                    .filter(judge ->
                            sheet.cardOf(judge).filter(Scorecard::complete).isEmpty())
                    .count();
            if (open > 0) {
                missing.add("%s (%d)".formatted(sheet.name(), open));
            }
        }
        if (!missing.isEmpty()) {
            failed.add(new Guard("reviews", "Reviews are missing and not waived: " + listed(missing) + "."));
        }
    }

    private static void ties(List<Place> places, List<List<TeamId>> sharedRanks, List<Guard> failed) {
        var declared = sharedRanks.stream().map(Set::copyOf).collect(Collectors.toCollection(HashSet::new));
        var tied = new TreeMap<Integer, List<Place>>();
        places.stream()
                .filter(Place::tied)
                .forEach(place -> tied.computeIfAbsent(place.rank(), _ -> new ArrayList<>())
                        .add(place));
        tied.forEach((rank, group) -> {
            if (!declared.remove(group.stream().map(Place::team).collect(Collectors.toSet()))) {
                failed.add(new Guard(
                        "ties",
                        "Rank %d is tied between %s: declare it shared."
                                .formatted(
                                        rank,
                                        listed(group.stream().map(Place::name).toList())),
                        group.stream().map(Place::team).toList()));
            }
        });
        if (!declared.isEmpty()) {
            failed.add(
                    new Guard("shared-ranks", "A rank is declared shared by teams that are not exactly those tied."));
        }
    }

    private static String listed(List<String> names) {
        var some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? some + " and %d more".formatted(names.size() - MOST_NAMED) : some;
    }
}
