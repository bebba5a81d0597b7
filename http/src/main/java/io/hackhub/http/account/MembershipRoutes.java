package io.hackhub.http.account;

import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;

import io.hackhub.core.organization.Membership;
import io.hackhub.core.organization.Organizations;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Json;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.server.Route;

/// `/users/me/memberships`: all that somebody belongs to, in one answer, so that a client knows where to go.
public final class MembershipRoutes {

    /// One of the lists that another feature makes.
    @FunctionalInterface
    public interface Listing {
        CompletionStage<? extends List<?>> of(Caller caller);
    }

    record Memberships(List<Membership> organizations, List<?> hackathons, List<?> channels) {}

    private final Organizations organizations;
    private final Listing hackathons;
    private final Listing channels;
    private final Guard guard;

    public MembershipRoutes(Organizations organizations, Listing hackathons, Listing channels, Guard guard) {
        this.organizations = organizations;
        this.hackathons = hackathons;
        this.channels = channels;
        this.guard = guard;
    }

    public Route routes() {
        return pathPrefix(
                "users",
                () -> pathPrefix(
                        "me",
                        () -> path(
                                "memberships",
                                () -> get(() -> guard.signedIn(caller -> onSuccess(all(caller), Json::ok))))));
    }

    private CompletableFuture<Memberships> all(Caller caller) {
        return organizations
                .membershipsOf(caller.id())
                .thenCombine(hackathons.of(caller), (theirs, hosted) -> new Memberships(theirs, hosted, List.of()))
                .thenCombine(
                        channels.of(caller),
                        (theirs, followed) -> new Memberships(theirs.organizations(), theirs.hackathons(), followed));
    }
}
