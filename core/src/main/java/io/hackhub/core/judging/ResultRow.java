package io.hackhub.core.judging;

import io.hackhub.core.judging.Ranking.Place;
import io.hackhub.core.shared.TeamId;

/// A team's place in a board or in results that stand still.
public record ResultRow(TeamId team, String name, double score, int rank, boolean tied) {

    static ResultRow of(Place place) {
        return new ResultRow(place.team(), place.name(), place.score(), place.rank(), place.tied());
    }
}
