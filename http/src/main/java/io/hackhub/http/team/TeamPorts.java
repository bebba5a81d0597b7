package io.hackhub.http.team;

import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.http.hackathon.HackathonPorts.Cards;
import io.hackhub.http.hackathon.HackathonPorts.Once;
import io.hackhub.http.hackathon.HackathonPorts.Overrides;
import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.shared.Asks;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.RateLimits;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.typed.RecipientRef;

/// What the routes here need of the rest of the program. `random` must be one that nobody can foresee: invitation codes
/// come from it.
public record TeamPorts(
        Guard guard,
        RateLimits limits,
        Once once,
        Asks asks,
        Function<TeamId, RecipientRef<TeamCommand>> teams,
        Function<HackathonId, RecipientRef<HackathonCommand>> hackathons,
        Visits visits,
        Cards people,
        Overrides overrides,
        Database database,
        InstantSource clock,
        RandomGenerator random) {}
