package io.hackhub.core.hackathon;

import io.hackhub.core.access.Grant;
import io.hackhub.core.hackathon.Details.Criterion;
import io.hackhub.core.hackathon.Details.Prize;
import io.hackhub.core.hackathon.Details.Requirements;
import io.hackhub.core.hackathon.Details.TeamSize;
import io.hackhub.core.hackathon.Details.Track;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Money;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One hackathon and its people, for tests: registration from the 2nd to the 9th, the event on the 10th and 11th.
final class Samples {

    static final HackathonId SPRING = HackathonId.of("0199a1f0-0000-7000-8000-000000000001");
    static final OrganizationId CLUB = OrganizationId.of("0199a1f0-0000-7000-8000-000000000002");
    static final UserId OWNER = user(1);
    static final UserId ADA = user(2);
    static final UserId BOB = user(3);
    static final UserId EVE = user(4);
    static final TeamId ROCKETS = TeamId.of("0199a1f0-0000-7000-8000-0000000000a1");
    static final TeamId COMETS = TeamId.of("0199a1f0-0000-7000-8000-0000000000a2");

    static final Instant CREATED = Instant.parse("2026-03-01T09:00:00Z");
    static final Instant OPENS = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant CLOSES = Instant.parse("2026-03-09T09:00:00Z");
    static final Instant STARTS = Instant.parse("2026-03-10T09:00:00Z");
    static final Instant ENDS = Instant.parse("2026-03-11T09:00:00Z");
    static final Duration GRACE = Duration.ofMinutes(15);

    static final Milestones MILESTONES = new Milestones(OPENS, CLOSES, STARTS, ENDS, 15, "Europe/Berlin");

    private Samples() {}

    static UserId user(int number) {
        return new UserId(new UUID(0x0199a1f000007000L, 0x8000_0000_0001_0000L + number));
    }

    static UUID registration(UserId user) {
        return new UUID(0x0199a1f000007001L, user.value().getLeastSignificantBits());
    }

    static Details details(@Nullable Integer maxParticipants) {
        return new Details(
                "Spring Hack",
                "Build something",
                "Climate",
                Difficulty.BEGINNER,
                maxParticipants,
                new TeamSize(1, 4),
                List.of(new Prize("first", "First prize", new Money(150_000, "USD"), 1)),
                new Requirements(List.of("java", "css"), null),
                Map.of("wifi", "guest"),
                "Be kind",
                List.of(
                        new Criterion("impact", "Impact", 2, 0, 10, false),
                        new Criterion("fun", "Fun", 1, 0, 10, true)),
                List.of(new Track("energy", "Energy")),
                LeaderboardVisibility.PUBLIC,
                null);
    }

    static List<Manager> managers() {
        return List.of(new Manager(OWNER, Grant.ORGANIZATION_OWNER));
    }

    /// A clock that stands still until it is set.
    static final class Clock implements InstantSource {
        private volatile Instant now = CREATED;

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
