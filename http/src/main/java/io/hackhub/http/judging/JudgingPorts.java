package io.hackhub.http.judging;

import io.hackhub.core.judging.LeaderboardCommand;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.shared.Asks;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.typed.RecipientRef;

/// What the routes here need of the rest of the program.
public record JudgingPorts(
        Visits visits,
        Asks asks,
        Function<HackathonId, RecipientRef<LeaderboardCommand>> leaderboards,
        InstantSource clock,
        RandomGenerator random) {}
