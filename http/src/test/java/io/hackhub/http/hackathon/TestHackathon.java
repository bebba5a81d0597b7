package io.hackhub.http.hackathon;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.Details;
import io.hackhub.core.hackathon.Difficulty;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonCommand.Get;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.Hackathons;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.hackathon.Milestones;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.TestGuard;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/// A hackathon that is what a test says, for routes below `/hackathons/spring`.
public final class TestHackathon {

    public static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    public static final HackathonId SPRING = new HackathonId(new UUID(0x7000, 0x8000_0000_0000_0001L));
    public static final UserId ORGANIZER = user(2);
    public static final UserId JUDGE = user(3);
    public static final UserId ADA = user(4);
    public static final UserId STRANGER = user(7);
    public static final UserId ADMIN = user(9);

    public final List<String> audited = new CopyOnWriteArrayList<>();
    public HackathonStatus status = HackathonStatus.JUDGING;
    public LeaderboardVisibility visibility = LeaderboardVisibility.PUBLIC;
    private final Map<UserId, Grant> grants =
            new HashMap<>(Map.of(ORGANIZER, Grant.ORGANIZER, JUDGE, Grant.JUDGE, ADA, Grant.PARTICIPANT));
    private final ActorTestKit actors;
    private final ActorRef<HackathonCommand> actor;

    public TestHackathon(ActorTestKit actors) {
        this.actors = actors;
        this.actor = actors.spawn(Behaviors.receiveMessage(command -> {
            if (command instanceof Get(var viewer, var replyTo)) {
                replyTo.tell(new HackathonReply.Accepted(view(viewer)));
            }
            return Behaviors.same();
        }));
    }

    /// Visits by `user`, none = a guest; [#ADMIN] is a platform admin.
    public Visits visits(@Nullable UserId user) {
        return new Visits(
                guard(user),
                name -> CompletableFuture.completedFuture(
                        Set.of("spring", SPRING.toString()).contains(name) ? Optional.of(SPRING) : Optional.empty()),
                new Hackathons(actors.system(), _ -> actor),
                this::override);
    }

    /// Who may do what is for organizers alone, and the status that each of the others gets.
    public static Stream<Arguments> organizersGet(int status) {
        return Stream.of(
                Arguments.of(ORGANIZER, status),
                Arguments.of(ADMIN, status),
                Arguments.of(JUDGE, 403),
                Arguments.of(ADA, 403),
                Arguments.of(STRANGER, 403),
                Arguments.of(null, 401));
    }

    private static Guard guard(@Nullable UserId user) {
        if (user == null) {
            return TestGuard.GUEST;
        }
        return user.equals(ADMIN) ? TestGuard.admin(user, "admin") : TestGuard.of(user, "somebody");
    }

    private CompletableFuture<Boolean> override(UserId admin, Action action, String target) {
        audited.add(admin.equals(ADMIN) ? action + " " + target : "?");
        return CompletableFuture.completedFuture(true);
    }

    private HackathonView view(@Nullable UserId viewer) {
        boolean published = status != HackathonStatus.DRAFT;
        Set<Grant> held = viewer != null && grants.containsKey(viewer) ? Set.of(grants.get(viewer)) : Set.of();
        return new HackathonView(
                SPRING,
                3,
                1,
                new OrganizationId(new UUID(0x7000, 0x8000_0000_0000_0002L)),
                "spring",
                new Details(
                        "Spring",
                        "A hackathon",
                        null,
                        Difficulty.BEGINNER,
                        null,
                        new Details.TeamSize(1, 4),
                        List.of(),
                        new Details.Requirements(List.of(), null),
                        Map.of(),
                        null,
                        List.of(),
                        List.of(),
                        visibility,
                        null),
                new Milestones(NINE, NINE, NINE, NINE, 0, "UTC"),
                status,
                new HackathonView.Counts(0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                new Standing(viewer, 3, held, published, published ? Standing.OPEN : Instant.EPOCH),
                null,
                NINE,
                NINE);
    }

    private static UserId user(int n) {
        return new UserId(new UUID(0x7000, 0x8000_0000_0002_0000L + n));
    }
}
