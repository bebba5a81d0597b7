package io.hackhub.core.account;

import static io.hackhub.core.account.AccountRig.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.shared.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RevocationsTest {

    private static final AccountRig rig = new AccountRig();
    private static final ActorTestKit actors = ActorTestKit.create();

    @AfterAll
    static void close() {
        actors.shutdownTestKit();
        rig.close();
    }

    @Test
    void aNodeThatHeardNothingReadsItInTheTable() {
        var granted = rig.register("polled");
        var other = node();
        var session = other.verify(granted.accessToken()).orElseThrow().session();
        get(rig.accounts.logout(session));

        assertThat(other.verify(granted.accessToken())).isPresent();
        get(other.poll());
        assertThat(other.verify(granted.accessToken())).isEmpty();
        assertThat(other.isRevoked(session)).isTrue();
    }

    @Test
    void aNodeThatStartsKnowsWhatWasRevokedBefore() {
        var granted = rig.register("before-start");
        var session =
                rig.revocations.verify(granted.accessToken()).orElseThrow().session();
        get(rig.accounts.logout(session));
        rig.clock.forward(Duration.ofMinutes(14));

        var started = node();
        get(started.poll());
        assertThat(started.isRevoked(session)).isTrue();
    }

    @Test
    void eachListenerIsToldOnce() {
        var told = new CopyOnWriteArrayList<SessionId>();
        var node = node();
        node.listen(told::add);
        var session = session();

        node.revoked(List.of(session));
        node.learn(List.of(session));
        get(node.poll());
        assertThat(told.stream().filter(session::equals)).hasSize(1);
    }

    @Test
    void itIsForgottenWhenNoTokenCanBeLeft() {
        var node = node();
        var session = session();
        node.learn(List.of(session));

        rig.clock.forward(AccessTokens.LIFETIME);
        get(node.poll());
        assertThat(node.isRevoked(session)).isTrue();
        rig.clock.forward(Duration.ofMinutes(6));
        get(node.poll());
        assertThat(node.isRevoked(session)).isFalse();
    }

    @Test
    void otherNodesAreToldAtOnce() {
        var here = node();
        var there = node();
        TestProbe<SessionId> heard = actors.createTestProbe();
        there.listen(session -> heard.ref().tell(session));
        actors.spawn(RevocationWatch.create(here));
        actors.spawn(RevocationWatch.create(there));
        var session = session();

        heard.awaitAssert(() -> {
            here.revoked(List.of(session));
            return heard.expectMessage(Duration.ofMillis(300), session);
        });
    }

    private static Revocations node() {
        return new Revocations(rig.accessTokens, rig.database, rig.clock);
    }

    private static SessionId session() {
        return new SessionId(UUID.randomUUID());
    }
}
