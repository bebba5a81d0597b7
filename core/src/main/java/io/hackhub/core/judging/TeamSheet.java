package io.hackhub.core.judging;

import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A submitted team and the cards that judges filled in for it, one a judge.
public record TeamSheet(TeamId team, String name, List<Scorecard> cards) {
    public TeamSheet {
        cards = List.copyOf(cards);
    }

    Optional<Scorecard> cardOf(UserId judge) {
        return cards.stream().filter(card -> card.judge().equals(judge)).findFirst();
    }

    List<Scorecard> counted() {
        return cards.stream().filter(Scorecard::complete).toList();
    }

    TeamSheet with(Scorecard card) {
        var changed = new ArrayList<>(cards);
        changed.removeIf(other -> other.judge().equals(card.judge()));
        changed.add(card);
        return new TeamSheet(team, name, changed);
    }
}
