package io.hackhub.core.judging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hackhub.core.judging.LeaderboardCommand.Submission;
import io.hackhub.core.judging.LeaderboardEvent.ScoreSubmitted;
import io.hackhub.core.judging.LeaderboardReply.Field;
import io.hackhub.core.judging.LeaderboardReply.Reason;
import io.hackhub.core.judging.LeaderboardReply.Refused;
import io.hackhub.core.judging.LeaderboardState.Phase;
import io.hackhub.core.shared.Texts;
import io.hackhub.core.shared.Uuids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What becomes of a scorecard that a judge hands in.
final class Submissions {

    sealed interface Ruling {}

    record Accept(ScoreSubmitted event) implements Ruling {}

    /// The card says that already, or this very command was accepted before (`duplicate`).
    record Already(long version, boolean duplicate) implements Ruling {}

    record Refuse(Refused refused) implements Ruling {}

    static final int LONGEST_COMMENT = 4_000;

    private static final int VERSION_7 = 7;

    private Submissions() {}

    static Ruling decide(LeaderboardState state, Submission card, @Nullable Long ifVersion, Instant now) {
        var known = state.memoryOf(card.judge()).find(card.cid());
        if (known.isPresent()) {
            return known.get().fingerprint().equals(fingerprint(card))
                    ? new Already(known.get().version(), true)
                    : refuse(Reason.CONFLICT, "this cid stands for another score");
        }
        if (state.phase() != Phase.OPEN) {
            return refuse(Reason.PHASE, "scores are taken while judging is open");
        }
        if (!state.isJudge(card.judge())) {
            return refuse(Reason.NOT_A_JUDGE, "only this hackathon's judges score");
        }
        return checkId(state, card, now).orElseGet(() -> checkCard(state, card, ifVersion, now));
    }

    private static Optional<Ruling> checkId(LeaderboardState state, Submission card, Instant now) {
        if (card.cid().version() != VERSION_7 || Uuids.isAhead(card.cid(), now)) {
            return Optional.of(
                    invalid(List.of(new Field("/cid", "cid", "must be a UUID of version 7, dated no later than now"))));
        }
        if (state.memoryOf(card.judge()).mayHaveForgotten(card.cid())
                || state.memories().stream()
                        .anyMatch(memory -> memory.find(card.cid()).isPresent())) {
            return Optional.of(refuse(Reason.CONFLICT, "this cid is too old to be told from one that was used before"));
        }
        return Optional.empty();
    }

    private static Ruling checkCard(LeaderboardState state, Submission card, @Nullable Long ifVersion, Instant now) {
        var sheet = state.sheet(card.team());
        if (sheet.isEmpty()) {
            return refuse(Reason.NO_SUCH_TEAM, "no such submitted team");
        }
        var old = sheet.get().cardOf(card.judge());
        long version = old.map(Scorecard::version).orElse(0L);
        if (ifVersion != null && ifVersion != version) {
            return refuse(Reason.STALE, "the scorecard is at another version");
        }
        var wrong = faults(state.panel().rubric(), card);
        if (!wrong.isEmpty()) {
            return invalid(wrong);
        }
        if (old.filter(it -> says(it, card)).isPresent()) {
            return new Already(version, false);
        }
        return new Accept(new ScoreSubmitted(
                card.cid(),
                card.judge(),
                card.team(),
                card.criteria(),
                card.comment(),
                card.complete(),
                version + 1,
                now));
    }

    private static List<Field> faults(Rubric rubric, Submission card) {
        var faults = new ArrayList<Field>();
        var marks = card.criteria();
        for (var criterion : rubric.criteria()) {
            var field = "/criteria/" + criterion.key();
            var mark = marks.of(criterion.key());
            if (mark.isPresent() && !criterion.takes(mark.getAsDouble())) {
                faults.add(new Field(field, "range", "must be from " + criterion.min() + " to " + criterion.max()));
            } else if (marks.abstained().contains(criterion.key()) && !criterion.optional()) {
                faults.add(new Field(field, "required", "is not optional"));
            } else if (card.complete() && mark.isEmpty() && !marks.abstained().contains(criterion.key())) {
                faults.add(new Field(field, "missing", "a complete card marks it or abstains"));
            }
        }
        var keys = rubric.criteria().stream().map(Criterion::key).toList();
        if (!keys.containsAll(marks.given().keySet()) || !keys.containsAll(marks.abstained())) {
            faults.add(new Field("/criteria", "unknown", "names a criterion that the rubric does not have"));
        }
        if (card.complete() && marks.given().isEmpty()) {
            faults.add(new Field("/criteria", "missing", "a complete card gives at least one mark"));
        }
        if (card.comment() != null && Texts.isLonger(card.comment(), LONGEST_COMMENT)) {
            faults.add(new Field("/comment", "length", "at most " + LONGEST_COMMENT + " characters"));
        }
        return faults;
    }

    private static boolean says(Scorecard old, Submission card) {
        return old.criteria().equals(card.criteria())
                && Objects.equals(old.comment(), card.comment())
                && old.complete() == card.complete();
    }

    /// Of everything but the id.
    static UUID fingerprint(Submission card) {
        var text =
                card.judge() + "|" + card.team() + "|" + card.criteria() + "|" + card.complete() + "|" + card.comment();
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    }

    private static Ruling refuse(Reason reason, String message) {
        return new Refuse(new Refused(reason, message));
    }

    private static Ruling invalid(List<Field> faults) {
        return new Refuse(new Refused(Reason.INVALID, "the scorecard is not valid", List.of(), faults));
    }
}
