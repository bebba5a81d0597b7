package io.hackhub.http.team;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Decision;
import io.hackhub.core.access.Policy;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.TeamRules;
import io.hackhub.core.team.By;
import io.hackhub.core.team.TeamView;
import io.hackhub.http.hackathon.Visit;
import io.hackhub.http.shared.Caller;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/// A request's team in its hackathon, and who asks; no caller = a guest.
record Scene(TeamView team, Visit visit) {

    HackathonView hackathon() {
        return visit.hackathon();
    }

    @Nullable Caller caller() {
        return visit.caller();
    }

    Decision decide(Action action) {
        var caller = caller();
        var grants = EnumSet.copyOf(team.grantsOf(caller == null ? null : caller.id()));
        grants.addAll(visit.grants());
        return Policy.decide(action, grants);
    }

    /// Only for what is behind the guard.
    Caller signedIn() {
        var caller = caller();
        if (caller == null) {
            throw new IllegalStateException("a guest does nothing");
        }
        return caller;
    }

    By by() {
        return new By(signedIn().id(), visit.grants());
    }

    TeamRules rules() {
        return hackathon().teamRules();
    }
}
