package io.hackhub.http.team;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Decision;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Policy;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.TeamRules;
import io.hackhub.core.team.By;
import io.hackhub.core.team.TeamView;
import io.hackhub.http.hackathon.Visit;
import io.hackhub.http.shared.Caller;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A request's team in its hackathon, and who asks; no caller = a guest.
record Scene(
        TeamView team, HackathonView hackathon, @Nullable Caller caller) {

    /// What the caller is on the platform and in the hackathon.
    static Set<Grant> grants(HackathonView hackathon, @Nullable Caller caller) {
        return new Visit(hackathon, caller).grants();
    }

    Decision decide(Action action) {
        var grants = EnumSet.copyOf(team.grantsOf(caller == null ? null : caller.id()));
        grants.addAll(grants(hackathon, caller));
        return Policy.decide(action, grants);
    }

    /// Only for what is behind the guard.
    Caller signedIn() {
        if (caller == null) {
            throw new IllegalStateException("a guest does nothing");
        }
        return caller;
    }

    By by() {
        return new By(signedIn().id(), grants(hackathon, caller));
    }

    TeamRules rules() {
        return hackathon.teamRules();
    }
}
