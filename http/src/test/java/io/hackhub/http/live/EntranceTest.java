package io.hackhub.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.Verifier.Verified;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.SessionId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntranceTest {

    @Test
    void theServerSpeaksFirst() {
        var peer = new Peer();

        assertThat(peer.last()).isEqualTo(Contract.json("""
                        {"type":"hello","node":"node-1","heartbeatMs":25000,"authMs":5000,"maxFrame":65536}"""));
    }

    @Test
    void whoeverSignsInIsToldWhoTheyAreAndHowFarTheyHaveRead() {
        var peer = new Peer();
        peer.hasRead(Peer.ROCKETS, 12);

        peer.says("{'type':'auth','token':'ada','client':'test/1'}");

        var ready = peer.last();
        assertThat(ready.path("type").asText()).isEqualTo("ready");
        assertThat(ready.path("user").path("username").asText()).isEqualTo("ada");
        assertThat(ready.path("now").asText()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(ready.path("positions").path(Peer.ROCKETS.text()).asLong()).isEqualTo(12);
        assertThat(peer.session).containsExactly("connect " + Peer.ADA.id());
    }

    @Test
    void nothingSaidInTimeIsUnauthenticated() {
        var peer = new Peer();

        peer.passes(Duration.ofMillis(4_999));
        assertThat(peer.socket.closes).isEmpty();
        peer.passes(Duration.ofMillis(1));

        assertThat(peer.socket.closes).containsExactly(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void aTokenThatIsNotValidEndsTheConnection() {
        var peer = new Peer();

        peer.says("{'type':'auth','token':'forged'}");

        assertThat(peer.socket.closes).containsExactly(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void anEmptyTokenIsNoGuest() {
        var peer = new Peer();

        peer.says("{'type':'auth','token':''}");

        assertThat(peer.socket.closes).containsExactly(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void aTokenOfAnotherTypeIsRefusedAndTheConnectionGoesOn() {
        var peer = new Peer();

        peer.says("{'type':'auth','token':7}");

        assertThat(peer.last().path("code").asText()).isEqualTo("bad_request");
        assertThat(peer.socket.closes).isEmpty();
    }

    @Test
    void anExpiredTokenEndsTheConnection() {
        var peer = Peer.ada();

        peer.passes(Duration.ofSeconds(24));
        peer.connection.ponged();
        peer.now = Peer.START.plusSeconds(899);
        peer.connection.ponged();
        peer.passes(Duration.ZERO);
        assertThat(peer.socket.closes).isEmpty();
        peer.passes(Duration.ofSeconds(1));

        assertThat(peer.socket.closes).containsExactly(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void aNewerTokenKeepsTheConnection() {
        var peer = Peer.ada();
        peer.tokens.put(
                "newer", new Verified(Peer.ADA.id(), new SessionId(new UUID(5, 1)), true, peer.now.plusSeconds(1_800)));

        peer.says("{'type':'auth','token':'newer'}");
        assertThat(peer.last().path("type").asText()).isEqualTo("ready");
        peer.passes(Duration.ofSeconds(1_000));

        assertThat(peer.socket.closes).isEmpty();
        assertThat(peer.connection.reader().admin()).isTrue();
    }

    @Test
    void aTokenOfAnotherUserEndsTheConnection() {
        var peer = Peer.ada();

        peer.says("{'type':'auth','token':'bob'}");

        assertThat(peer.socket.closes).containsExactly(CloseCode.DENIED);
    }

    @Test
    void aRevokedSessionEndsWithinSeconds() {
        var peer = Peer.ada();
        peer.passes(Duration.ofMillis(250));
        peer.revoked.add(new SessionId(new UUID(5, 1)));

        peer.passes(Duration.ofMillis(2_250));

        assertThat(peer.socket.closes).containsExactly(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void anAccountThatIsGoneIsDenied() {
        var peer = new Peer();
        peer.authors.put(Peer.ADA.id(), CompletableFuture.completedFuture(Optional.empty()));

        peer.says("{'type':'auth','token':'ada'}");

        assertThat(peer.socket.closes).containsExactly(CloseCode.DENIED);
    }

    @Test
    void whenNamesCannotBeLookedUpTheClientComesBackLater() {
        var peer = new Peer();
        peer.authors.put(Peer.ADA.id(), CompletableFuture.failedFuture(new IllegalStateException("no database")));

        peer.says("{'type':'auth','token':'ada'}");

        assertThat(peer.socket.closes).containsExactly(CloseCode.INTERNAL);
    }

    @Test
    void whenNamesTakeForeverTheClientComesBackLater() {
        var peer = new Peer();
        peer.authors.put(Peer.ADA.id(), new CompletableFuture<>());
        peer.says("{'type':'auth','token':'ada'}");

        peer.passes(Duration.ofSeconds(3));

        assertThat(peer.socket.closes).containsExactly(CloseCode.INTERNAL);
    }

    @Test
    void withoutPositionsOneIsLetInAllTheSame() {
        var peer = new Peer();
        peer.sessionIsSlow();
        peer.says("{'type':'auth','token':'ada'}");
        assertThat(peer.types()).containsExactly("hello");

        peer.passes(Duration.ofSeconds(3));

        assertThat(peer.types()).containsExactly("hello", "ready");
    }

    @Test
    void whatIsAskedWhileSigningInIsAnsweredAfterwards() {
        var peer = new Peer();
        var name = new CompletableFuture<Optional<Author>>();
        peer.authors.put(Peer.ADA.id(), name);
        peer.says("{'type':'auth','token':'ada'}");
        peer.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(Peer.ROCKETS));
        assertThat(peer.hub).isEmpty();

        name.complete(Optional.of(Peer.ADA));
        peer.turn();

        assertThat(peer.hub).containsExactly(new HubCommand.Subscribe(1, Peer.ROCKETS, null, peer.connection));
    }

    @Test
    void whatIsAskedBeforeSigningInIsRefused() {
        var peer = new Peer();

        peer.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(Peer.ROCKETS));

        assertThat(peer.last().path("code").asText()).isEqualTo("unauthenticated");
        assertThat(peer.last().path("id").asLong()).isOne();
        assertThat(peer.hub).isEmpty();
    }

    @Test
    void aGuestIsLetInWithoutAName() {
        var peer = new Peer();

        peer.says("{'type':'auth'}");

        assertThat(peer.last().path("type").asText()).isEqualTo("ready");
        assertThat(peer.last().has("user")).isFalse();
        assertThat(peer.connection.reader().user()).isNull();
        assertThat(peer.session).isEmpty();
    }

    @Test
    void aGuestWritesNothing() {
        var peer = Peer.guest();

        peer.says(Frames.post(1, Peer.ROCKETS, "hello"));

        assertThat(peer.last().path("code").asText()).isEqualTo("unauthenticated");
        assertThat(peer.last().path("retryable").asBoolean()).isFalse();
        assertThat(peer.submitted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"team/%s/chat", "user/%s/inbox"})
    void aGuestIsDeniedWhatIsPrivateAndNobodyIsAsked(String channel) {
        var peer = Peer.guest();

        peer.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(channel.formatted(new UUID(7, 1))));

        assertThat(peer.last().path("code").asText()).isEqualTo("denied");
        assertThat(peer.last().path("id").asLong()).isEqualTo(1);
        assertThat(peer.hub).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"announcements", "leaderboard"})
    void whatAGuestMayReadIsForTheHubToSay(String channel) {
        var peer = Peer.guest();

        peer.says("{'type':'subscribe','id':1,'channel':'hackathon/%s/%s'}".formatted(new UUID(8, 1), channel));

        assertThat(peer.hub).hasSize(1);
    }

    @Test
    void aGuestWhoSignsInNeedsANewConnection() {
        var peer = Peer.guest();

        peer.says("{'type':'auth','token':'ada'}");

        assertThat(peer.socket.closes).containsExactly(CloseCode.DENIED);
    }

    @Test
    void guestsOfOneAddressAreBounded() {
        var bounds = new LiveSettings.Bounds(65_536, 65_536, 1 << 20, 500, 64, 100, 100, 1, 100);
        var settings = LiveSettings.of("127.0.0.1", 0, "node-1", Set.of()).with(bounds);
        var first = new Peer(settings);
        first.says("{'type':'auth'}");
        first.node.addresses().enter("here", first.now);
        var socket = new Peer.Socket();
        var second = new LiveConnection(first.node, first.turns::add, socket, "here");
        second.opened();

        second.received("{\"type\":\"auth\"}");
        assertThat(socket.closes).containsExactly(CloseCode.ABUSE);
        first.connection.closed();
        first.node.addresses().enter("here", first.now);
        var later = new Peer.Socket();
        var third = new LiveConnection(first.node, first.turns::add, later, "here");
        third.received("{\"type\":\"auth\"}");

        assertThat(later.closes).isEmpty();
    }

    @Test
    void aNewerNameIsShownAfterTheNextToken() {
        var peer = Peer.ada();
        var renamed = new Author(Peer.ADA.id(), "ada", "Ada King");
        peer.authors.put(Peer.ADA.id(), CompletableFuture.completedFuture(Optional.of(renamed)));
        peer.says("{'type':'auth','token':'ada'}");

        peer.says(Frames.post(1, Peer.ROCKETS, "hello"));

        assertThat(peer.submitted.getFirst().actor().author()).isEqualTo(renamed);
    }
}
