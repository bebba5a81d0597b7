package io.hackhub.core.judging;

import io.hackhub.core.judging.LeaderboardCommand.Submission;
import io.hackhub.core.judging.LeaderboardReply.Assignment;
import io.hackhub.core.judging.LeaderboardReply.Assignments;
import io.hackhub.core.judging.LeaderboardReply.Cards;
import io.hackhub.core.judging.LeaderboardReply.Reason;
import io.hackhub.core.judging.LeaderboardReply.Refused;
import io.hackhub.core.judging.LeaderboardReply.ResultsAre;
import io.hackhub.core.judging.LeaderboardReply.Scored;
import io.hackhub.core.judging.LeaderboardReply.TeamCard;
import io.hackhub.core.judging.LeaderboardState.Phase;
import io.hackhub.core.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers from the state alone.
final class Queries {

    /// A page is cut before it grows larger than a message between nodes may be.
    private static final int MOST_CHARACTERS = 60_000;

    private static final int CARD_CHARACTERS = 400;

    private Queries() {}

    static Assignments assignments(LeaderboardState state, UserId judge) {
        var assignments = state.sheets().stream()
                .map(sheet -> {
                    var card = sheet.cardOf(judge);
                    return new Assignment(
                            sheet.team(),
                            sheet.name(),
                            card.isPresent(),
                            card.map(Scorecard::complete).orElse(false));
                })
                .toList();
        return new Assignments(
                state.panel().rubric(), state.isJudge(judge) ? assignments : List.of(), state.phase() == Phase.OPEN);
    }

    static Cards cards(LeaderboardState state, @Nullable UserId judge, int from, int limit) {
        var all = state.sheets().stream()
                .flatMap(sheet -> sheet.cards().stream().map(card -> new TeamCard(sheet.team(), card)))
                .filter(it -> judge == null || it.card().judge().equals(judge))
                .skip(Math.max(0, from))
                .limit(limit + 1L)
                .toList();
        var page = new ArrayList<TeamCard>();
        int characters = 0;
        for (var card : all) {
            characters += CARD_CHARACTERS + length(card.card().comment());
            if (page.size() == limit || (characters > MOST_CHARACTERS && !page.isEmpty())) {
                return new Cards(page, from + page.size());
            }
            page.add(card);
        }
        return new Cards(page, null);
    }

    /// The judge's card as it now stands.
    static LeaderboardReply scored(LeaderboardState state, Submission submission) {
        return state.sheet(submission.team())
                .flatMap(sheet -> sheet.cardOf(submission.judge()))
                .<LeaderboardReply>map(card -> new Scored(submission.team(), card))
                .orElseGet(() -> new Refused(Reason.NO_SUCH_TEAM, "the team is not judged any more"));
    }

    static LeaderboardReply results(LeaderboardState state) {
        return state.lastResults()
                .<LeaderboardReply>map(ResultsAre::new)
                .orElseGet(() -> new Refused(Reason.PHASE, "there are no results"));
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
