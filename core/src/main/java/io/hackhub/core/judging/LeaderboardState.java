package io.hackhub.core.judging;

import io.hackhub.core.judging.LeaderboardCommand.Submission;
import io.hackhub.core.judging.LeaderboardEvent.Closed;
import io.hackhub.core.judging.LeaderboardEvent.Finalized;
import io.hackhub.core.judging.LeaderboardEvent.Frozen;
import io.hackhub.core.judging.LeaderboardEvent.PanelArranged;
import io.hackhub.core.judging.LeaderboardEvent.PublishRefused;
import io.hackhub.core.judging.LeaderboardEvent.PublishRequested;
import io.hackhub.core.judging.LeaderboardEvent.Published;
import io.hackhub.core.judging.LeaderboardEvent.Reopened;
import io.hackhub.core.judging.LeaderboardEvent.ScoreSubmitted;
import io.hackhub.core.judging.LeaderboardEvent.Unfrozen;
import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything a leaderboard knows. Immutable: a snapshot is written while the next event is applied.
///
/// @param freezePending the clock has still to freeze the public board at the panel's time
/// @param frozen the rows that the public board stands still at
/// @param results every version of them, the last one counts
/// @param publisher who asked for publishing
/// @param completedVersion the hackathon's version when it last completed
public record LeaderboardState(
        Phase phase,
        Panel panel,
        List<TeamSheet> sheets,
        List<CommandMemory> memories,
        boolean freezePending,
        @Nullable List<ResultRow> frozen,
        List<Results> results,
        @Nullable UserId publisher,
        long completedVersion)
        implements JsonSerializable {

    public enum Phase {
        CLOSED,
        OPEN,
        FINAL,
        PUBLISHING,
        PUBLISHED
    }

    static final LeaderboardState EMPTY =
            new LeaderboardState(Phase.CLOSED, Panel.NONE, List.of(), List.of(), false, null, List.of(), null, 0);

    public LeaderboardState {
        sheets = List.copyOf(sheets);
        memories = List.copyOf(memories);
        frozen = frozen == null ? null : List.copyOf(frozen);
        results = List.copyOf(results);
    }

    // Questions

    boolean hasCards() {
        return sheets.stream().anyMatch(sheet -> !sheet.cards().isEmpty());
    }

    boolean isJudge(UserId user) {
        return panel.judges().contains(user);
    }

    Optional<TeamSheet> sheet(TeamId team) {
        return sheets.stream().filter(sheet -> sheet.team().equals(team)).findFirst();
    }

    CommandMemory memoryOf(UserId judge) {
        return memories.stream()
                .filter(memory -> memory.judge().equals(judge))
                .findFirst()
                .orElseGet(() -> CommandMemory.of(judge));
    }

    /// When the clock is to freeze the public board; a board that stands still, or is not being judged, is not.
    Optional<Instant> nextFreeze() {
        return phase == Phase.OPEN && freezePending && frozen == null
                ? Optional.ofNullable(panel.freezeAt())
                : Optional.empty();
    }

    boolean freezeIsDue(Instant now) {
        return nextFreeze().filter(at -> !now.isBefore(at)).isPresent();
    }

    Optional<Results> lastResults() {
        return results.isEmpty() ? Optional.empty() : Optional.of(results.getLast());
    }

    /// The sheets with the cards of those who are on the panel now.
    List<TeamSheet> counting() {
        return sheets.stream()
                .map(sheet -> new TeamSheet(
                        sheet.team(),
                        sheet.name(),
                        sheet.cards().stream()
                                .filter(card -> isJudge(card.judge()))
                                .toList()))
                .toList();
    }

    /// What organizers see.
    List<ResultRow> fullRows() {
        return switch (phase) {
            case CLOSED, OPEN -> liveRows();
            case FINAL, PUBLISHING, PUBLISHED ->
                lastResults().map(Results::rows).orElseGet(List::of);
        };
    }

    /// What everybody sees: worked out from nothing else than the frozen rows while there are any.
    List<ResultRow> publicRows() {
        return frozen == null ? fullRows() : frozen;
    }

    private List<ResultRow> liveRows() {
        var counting = counting();
        return Ranking.of(panel.rubric(), counting, Ranking.means(panel.rubric(), counting)).stream()
                .map(ResultRow::of)
                .toList();
    }

    // Events

    LeaderboardState after(LeaderboardEvent event) {
        return switch (event) {
            case PanelArranged e -> arranged(e);
            case Closed e -> in(Phase.CLOSED).withPanelVersion(e.version());
            case Reopened _ ->
                in(Phase.OPEN).withFrozen(lastResults().map(Results::rows).orElseGet(List::of), false);
            case ScoreSubmitted e -> scored(e);
            case Frozen e -> withFrozen(e.rows(), freezePending && e.by() != null);
            case Unfrozen e ->
                withFrozen(null, freezePending && panel.freezeAt() != null && e.at().isBefore(panel.freezeAt()));
            case Finalized e -> finalized(e.results());
            case PublishRequested e -> publishing(Phase.PUBLISHING, e.by());
            case PublishRefused _ -> publishing(Phase.FINAL, null);
            case Published e -> published(e.hackathonVersion());
        };
    }

    private LeaderboardState arranged(PanelArranged e) {
        var arranged = e.teams().stream()
                .map(entrant -> new TeamSheet(
                        entrant.team(),
                        entrant.name(),
                        sheet(entrant.team()).map(TeamSheet::cards).orElseGet(List::of)))
                .toList();
        boolean newFreeze = e.freezeAt() != null && !e.freezeAt().equals(panel.freezeAt());
        return new LeaderboardState(
                phase == Phase.CLOSED ? Phase.OPEN : phase,
                new Panel(e.version(), e.rubric(), e.judges(), e.visibility(), e.freezeAt()),
                arranged,
                memories,
                newFreeze || (freezePending && e.freezeAt() != null),
                frozen,
                results,
                publisher,
                completedVersion);
    }

    private LeaderboardState scored(ScoreSubmitted e) {
        var card = new Scorecard(e.judge(), e.criteria(), e.comment(), e.complete(), e.version(), e.at());
        var submission = new Submission(e.cid(), e.judge(), e.team(), e.criteria(), e.comment(), e.complete());
        var memory = memoryOf(e.judge())
                .plus(new CommandMemory.Known(e.cid(), Submissions.fingerprint(submission), e.version()));
        return new LeaderboardState(
                phase,
                panel,
                replaced(sheets, sheet -> sheet.team().equals(e.team()), sheet -> sheet.with(card)),
                Stream.concat(memories.stream().filter(m -> !m.judge().equals(e.judge())), Stream.of(memory))
                        .toList(),
                freezePending,
                frozen,
                results,
                publisher,
                completedVersion);
    }

    private static List<TeamSheet> replaced(
            List<TeamSheet> sheets, Predicate<TeamSheet> which, UnaryOperator<TeamSheet> change) {
        var changed = new ArrayList<>(sheets);
        changed.replaceAll(sheet -> which.test(sheet) ? change.apply(sheet) : sheet);
        return changed;
    }

    private LeaderboardState in(Phase next) {
        return new LeaderboardState(
                next, panel, sheets, memories, freezePending, frozen, results, publisher, completedVersion);
    }

    private LeaderboardState withPanelVersion(long version) {
        var same = new Panel(version, panel.rubric(), panel.judges(), panel.visibility(), panel.freezeAt());
        return new LeaderboardState(
                phase, same, sheets, memories, freezePending, frozen, results, publisher, completedVersion);
    }

    private LeaderboardState withFrozen(@Nullable List<ResultRow> rows, boolean pending) {
        return new LeaderboardState(
                phase, panel, sheets, memories, pending, rows, results, publisher, completedVersion);
    }

    private LeaderboardState finalized(Results next) {
        var all = new ArrayList<>(results);
        all.add(next);
        return new LeaderboardState(
                Phase.FINAL, panel, sheets, memories, freezePending, frozen, all, publisher, completedVersion);
    }

    private LeaderboardState publishing(Phase next, @Nullable UserId by) {
        return new LeaderboardState(
                next, panel, sheets, memories, freezePending, frozen, results, by, completedVersion);
    }

    private LeaderboardState published(long hackathonVersion) {
        return new LeaderboardState(
                Phase.PUBLISHED, panel, sheets, memories, false, null, results, null, hackathonVersion);
    }
}
