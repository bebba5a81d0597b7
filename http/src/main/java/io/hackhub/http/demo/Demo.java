package io.hackhub.http.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hackhub.core.account.AccessTokens;
import io.hackhub.core.account.Admins;
import io.hackhub.core.account.User;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.SessionId;
import io.hackhub.http.demo.DemoStory.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The demo: laid out once, on an empty embedded database, before anything listens; carried on at later starts, so that
/// its event stays under way. Blocking, for the start of the program only.
public final class Demo {

    /// Whom the sign-in page offers at one click.
    public record Guest(String role, String username, String fullName) {}

    private static final List<String> ROLES = List.of("organizer", "mentor", "judge", "participant");
    private static final int JUDGES = 4;
    private static final Duration AHEAD = Duration.ofHours(12);
    private static final Duration LONGER = Duration.ofHours(27);

    private final Database database;
    private final Admins admins;
    private final AccessTokens tokens;
    private final DemoApi api;
    private final DemoClock clock;
    private final Consumer<HackathonId> tick;

    public Demo(
            Database database,
            Admins admins,
            AccessTokens tokens,
            DemoApi api,
            DemoClock clock,
            Consumer<HackathonId> tick) {
        this.database = database;
        this.admins = admins;
        this.tokens = tokens;
        this.api = api;
        this.clock = clock;
        this.tick = tick;
    }

    /// Those whom the sign-in page offers; none where there is no demo.
    public static List<Guest> guests(Database database) {
        return database.now(DemoTable::guests);
    }

    /// Takes away what a start that was ended half-way through left of a demo, so that the next lays it out anew.
    /// Nothing listened then, so nothing is anybody's.
    public static boolean clearHalf(Database database) {
        return database.now(DemoTable::clearHalf);
    }

    /// Makes the people and tells their story. `keep` gets the accounts of those who can sign in, with their passwords,
    /// as lines for a file that only its owner reads.
    public void layOut(Consumer<String> keep) {
        var names = DemoData.people();
        var accounts = new ArrayList<String>();
        var people = new ArrayList<DemoPerson>();
        var guests = new ArrayList<Guest>();
        for (int i = 0; i < names.size(); i++) {
            var role = role(i);
            var password = role.map(_ -> admins.randomPassword());
            var user = create(names.get(i), password);
            people.add(person(user));
            role.ifPresent(it -> guests.add(new Guest(it, user.username(), user.fullName())));
            role.ifPresent(it -> accounts.add("%-12s %-32s %s".formatted(it, user.email(), password.orElseThrow())));
        }
        keep.accept(String.join(System.lineSeparator(), accounts) + System.lineSeparator());
        new DemoStory(api, clock, tick, cast(people)).tell();
        database.now(db -> DemoTable.done(db, guests, clock.instant()));
    }

    /// The first people play the parts that one can sign in as.
    private static Optional<String> role(int number) {
        return switch (number) {
            case 0, 1, 2 -> Optional.of(ROLES.get(number));
            default -> number == 2 + JUDGES ? Optional.of(ROLES.getLast()) : Optional.empty();
        };
    }

    private static Cast cast(List<DemoPerson> people) {
        return new Cast(
                people.getFirst(),
                people.get(1),
                people.subList(2, 2 + JUDGES),
                people.subList(2 + JUDGES, people.size()));
    }

    private User create(String fullName, Optional<String> password) {
        var username = fullName.toLowerCase(Locale.ROOT).replace(' ', '-');
        return admins.createDemoPerson(new Admins.DemoPerson(username + "@demo.invalid", username, fullName, password));
    }

    private DemoPerson person(User user) {
        return new DemoPerson(
                user.id(),
                user.username(),
                user.fullName(),
                () -> tokens.issue(user.id(), new SessionId(new UUID(0, 0)), false));
    }

    /// Moves the end of the event that is under way, or lets it go on after a sleep that was longer than it.
    public void carryOn(User organizer) {
        var caller = person(organizer);
        var path = "/hackathons/" + DemoStory.RUNNING_SLUG;
        var hackathon = api.get(caller, path);
        var end = clock.instant().plus(LONGER);
        switch (hackathon.path("status").asText()) {
            case "ACTIVE" -> {
                if (Instant.parse(hackathon.path("endDate").asText())
                        .isBefore(clock.instant().plus(AHEAD))) {
                    api.put(caller, path, withEnd(hackathon, end));
                }
            }
            case "JUDGING" ->
                api.post(
                        caller,
                        path + "/transitions",
                        Map.of("to", "ACTIVE", "reason", "The demo goes on.", "endDate", end.toString()));
            default -> {}
        }
    }

    private static JsonNode withEnd(JsonNode hackathon, Instant end) {
        var changed = (ObjectNode) hackathon.deepCopy();
        return changed.put("endDate", end.toString());
    }
}
