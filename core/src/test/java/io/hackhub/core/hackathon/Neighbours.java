package io.hackhub.core.hackathon;

import io.hackhub.core.access.Standing;
import io.hackhub.core.room.Intent;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pekko.Done;

/// The teams, rooms and judging that a test's hackathon works with. They agree to everything at once, unless told to
/// stay silent: then calls wait until the test completes them.
final class Neighbours implements TeamPort, JudgingPort, RoomsPort {

    record Join(TeamId team, UserId user, long claim, Credential credential) {}

    record Leave(TeamId team, UserId user, long claim) {}

    record Told(Channel.Log room, Standing standing) {}

    record Delivery(Channel.Log room, UUID cid, Intent intent) {}

    final List<Delivery> delivered = new CopyOnWriteArrayList<>();
    final List<TeamRules> rules = new CopyOnWriteArrayList<>();
    final List<Join> joins = new CopyOnWriteArrayList<>();
    final List<Leave> leaves = new CopyOnWriteArrayList<>();
    final List<UserId> dismissed = new CopyOnWriteArrayList<>();
    final List<Told> told = new CopyOnWriteArrayList<>();
    final List<Standing> boards = new CopyOnWriteArrayList<>();
    final List<Setup> setups = new CopyOnWriteArrayList<>();
    final Map<TeamId, Decision> decisions = new ConcurrentHashMap<>();
    final List<CompletableFuture<Decision>> openJoins = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Done>> openTold = new CopyOnWriteArrayList<>();
    volatile boolean teamsSilent;
    volatile boolean roomsSilent;
    volatile boolean unscored = true;

    void reset() {
        List.of(delivered, rules, joins, leaves, dismissed, told, boards, setups, openJoins, openTold)
                .forEach(List::clear);
        decisions.clear();
        teamsSilent = false;
        roomsSilent = false;
        unscored = true;
    }

    @Override
    public CompletionStage<Decision> join(
            TeamId team, UserId user, long claim, Credential credential, TeamRules rules) {
        joins.add(new Join(team, user, claim, credential));
        var answer = new CompletableFuture<Decision>();
        openJoins.add(answer);
        if (!teamsSilent) {
            answer.complete(decisions.getOrDefault(team, Decision.ACCEPTED));
        }
        return answer;
    }

    @Override
    public CompletionStage<Done> leave(TeamId team, UserId user, long claim) {
        leaves.add(new Leave(team, user, claim));
        return done();
    }

    @Override
    public CompletionStage<Done> dismissMentor(TeamId team, UserId user) {
        dismissed.add(user);
        return done();
    }

    @Override
    public CompletionStage<Done> hackathonIs(TeamId team, TeamRules facts) {
        rules.add(facts);
        return done();
    }

    @Override
    public CompletionStage<Done> setUp(Setup setup) {
        setups.add(setup);
        return done();
    }

    @Override
    public CompletionStage<Boolean> closeIfUnscored(HackathonId hackathon) {
        return CompletableFuture.completedFuture(unscored);
    }

    @Override
    public CompletionStage<Done> standingChanged(HackathonId hackathon, Standing standing) {
        boards.add(standing);
        return done();
    }

    @Override
    public CompletionStage<Done> standingChanged(Channel.Log room, Standing standing) {
        told.add(new Told(room, standing));
        var answer = new CompletableFuture<Done>();
        openTold.add(answer);
        if (!roomsSilent) {
            answer.complete(Done.getInstance());
        }
        return answer;
    }

    @Override
    public CompletionStage<Done> deliver(Channel.Log room, UUID cid, Intent intent) {
        delivered.add(new Delivery(room, cid, intent));
        return done();
    }

    private static CompletionStage<Done> done() {
        return CompletableFuture.completedFuture(Done.getInstance());
    }
}
