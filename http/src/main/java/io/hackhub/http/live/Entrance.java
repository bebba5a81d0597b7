package io.hackhub.http.live;

import io.hackhub.core.account.Verifier.Verified;
import io.hackhub.core.live.Reader;
import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.shared.Author;
import io.hackhub.http.live.ClientFrame.Auth;
import io.hackhub.http.live.Commands.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is at the other end: from `hello` to `ready`, newer tokens, and the end of a token. A person stays the same for
/// as long as the connection lasts.
final class Entrance {

    private static final Duration REVOCATION_EVERY = Duration.ofSeconds(2);
    private static final int MOST_EARLY = 64;

    /// How far somebody has come.
    private enum Phase {
        WAITING,
        /// The token is good; card and positions are being looked up.
        LOOKING_UP,
        INSIDE
    }

    private final LiveNode node;
    private final LiveConnection connection;
    private final List<ClientFrame> early = new ArrayList<>();
    private Phase phase = Phase.WAITING;
    private Instant since;
    private Instant revocationAt = Instant.EPOCH;
    private @Nullable Verified signIn;
    private @Nullable Author author;
    private boolean welcomed;

    Entrance(LiveNode node, LiveConnection connection, Instant now) {
        this.node = node;
        this.connection = connection;
        this.since = now;
    }

    boolean isInside() {
        return phase == Phase.INSIDE;
    }

    Reader reader() {
        return signIn == null ? Reader.GUEST : new Reader(signIn.user(), signIn.admin());
    }

    /// Null for a guest.
    @Nullable Actor actor() {
        return signIn == null || author == null ? null : new Actor(author, signIn.admin());
    }

    /// Keeps a frame until its sender is inside. False: too many already, or there is nobody yet.
    boolean keep(ClientFrame frame) {
        return phase == Phase.LOOKING_UP && early.size() < MOST_EARLY && early.add(frame);
    }

    void auth(Auth auth, Instant now) {
        if (auth.token() == null) {
            guest();
            return;
        }
        var verified = node.ports().tokens().verify(auth.token());
        if (verified.isEmpty()) {
            connection.close(CloseCode.UNAUTHENTICATED, "the token is not valid");
        } else if (phase == Phase.WAITING) {
            lookUp(verified.get(), now);
        } else if (signIn == null || !signIn.user().equals(verified.get().user())) {
            connection.close(CloseCode.DENIED, "another user needs another connection");
        } else {
            renew(verified.get());
        }
    }

    private void guest() {
        if (phase != Phase.WAITING) {
            connection.close(CloseCode.DENIED, "a guest needs a connection of its own");
        } else if (!connection.enterAsGuest()) {
            connection.close(CloseCode.ABUSE, "too many guests from this address");
        } else {
            enter();
        }
    }

    private void lookUp(Verified verified, Instant now) {
        phase = Phase.LOOKING_UP;
        since = now;
        signIn = verified;
        connection.signedIn(verified.user());
        askForAuthor(verified);
    }

    private void renew(Verified verified) {
        signIn = verified;
        askForAuthor(verified);
        if (phase == Phase.INSIDE) {
            connection.ready(author);
        }
    }

    private void askForAuthor(Verified verified) {
        node.ports()
                .authors()
                .of(verified.user())
                .whenComplete((found, failure) ->
                        connection.lane().execute(() -> found(failure == null ? found : Optional.empty(), failure)));
    }

    private void found(Optional<Author> found, @Nullable Throwable failure) {
        if (connection.isClosed()) {
            return;
        }
        if (found.isPresent()) {
            author = found.get();
            enterIfComplete();
        } else if (failure == null) {
            connection.close(CloseCode.DENIED, "there is no such account any more");
        } else if (phase == Phase.LOOKING_UP) {
            connection.close(CloseCode.INTERNAL, "signing in does not work just now");
        }
    }

    void welcomed(List<Position> positions) {
        welcomed = true;
        connection.positions(positions);
        enterIfComplete();
    }

    private void enterIfComplete() {
        if (phase == Phase.LOOKING_UP && author != null && welcomed) {
            enter();
        }
    }

    private void enter() {
        phase = Phase.INSIDE;
        connection.ready(author);
        var waiting = List.copyOf(early);
        early.clear();
        waiting.forEach(connection::handle);
    }

    void tick(Instant now) {
        switch (phase) {
            case WAITING -> {
                if (!now.isBefore(since.plus(node.settings().timing().auth()))) {
                    connection.close(CloseCode.UNAUTHENTICATED, "no auth in time");
                }
            }
            case LOOKING_UP -> giveUpLookingUp(now);
            case INSIDE -> checkToken(now);
        }
    }

    /// Without positions one can still read and write; without a name one cannot.
    private void giveUpLookingUp(Instant now) {
        if (now.isBefore(since.plus(node.settings().timing().lookup()))) {
            return;
        }
        if (author == null) {
            connection.close(CloseCode.INTERNAL, "signing in does not work just now");
        } else {
            enter();
        }
    }

    private void checkToken(Instant now) {
        if (signIn == null) {
            return;
        }
        if (!now.isBefore(signIn.expires())) {
            connection.close(CloseCode.UNAUTHENTICATED, "the token has expired");
        } else if (!now.isBefore(revocationAt)) {
            revocationAt = now.plus(REVOCATION_EVERY);
            if (node.ports().tokens().isRevoked(signIn.session())) {
                connection.close(CloseCode.UNAUTHENTICATED, "the session was revoked");
            }
        }
    }
}
