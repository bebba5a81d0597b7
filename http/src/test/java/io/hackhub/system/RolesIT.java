package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hackhub.system.Scenario.Person;
import io.hackhub.system.World.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The table of rights, held to the running program: real routes, real frames. The expectations are the design's own
/// table (`roles/matrix.md`), less the row about reported messages, which nothing offers yet.
class RolesIT {

    private static final String ADMIN_MAIL = "admin@example.org";

    /// Cells wait for the clock most of the time, so several are tried at once.
    private static final ExecutorService pool = Executors.newFixedThreadPool(8);

    private static Instance instance;
    private static World.Cast cast;

    /// In which phase a row is asked, and what is tried; `apart`: what one does changes what the next may do, so that
    /// each
    /// has a world of their own.
    private record Trial(Phase phase, boolean apart, BiPredicate<World, Person> may) {

        Trial(Phase phase, BiPredicate<World, Person> may) {
            this(phase, false, may);
        }

        static Trial apart(Phase phase, BiPredicate<World, Person> may) {
            return new Trial(phase, true, may);
        }
    }

    @BeforeAll
    static void start() {
        instance = Instance.start(Map.of(
                "HACKHUB_DEMO",
                "false",
                "HACKHUB_ADMIN_EMAIL",
                ADMIN_MAIL,
                "HACKHUB_ADMIN_PASSWORD",
                Scenario.PASSWORD));
        var scenario = new Scenario(instance.program().base());
        cast = World.Cast.of(scenario, scenario.signIn(ADMIN_MAIL, Scenario.PASSWORD));
    }

    @AfterAll
    static void stop() {
        pool.shutdownNow();
        instance.close();
    }

    @TestFactory
    List<DynamicTest> theTableHolds() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        var rows = rows();
        var roles = rows.getFirst().subList(1, rows.getFirst().size());
        for (var row : rows.subList(1, rows.size())) {
            tests.addAll(cells(row, roles));
        }
        return tests;
    }

    private static List<DynamicTest> cells(List<String> row, List<String> roles) {
        var tests = new ArrayList<DynamicTest>();
        var trial = trial(row.getFirst());
        var world = world(trial);
        CompletableFuture<?> before = world;
        for (int i = 0; i < roles.size(); i++) {
            var role = roles.get(i);
            var expected = row.get(i + 1);
            if (expected.equals("–")) {
                continue;
            }
            if (trial.apart() && !tests.isEmpty()) {
                world = world(trial);
                before = world;
            }
            var mine = world;
            before = before.handleAsync((_, _) -> hold(trial, mine.join(), role, expected), pool);
            tests.add(DynamicTest.dynamicTest(row.getFirst() + ", " + role + ": " + expected, before::get));
        }
        return tests;
    }

    private static CompletableFuture<World> world(Trial trial) {
        return CompletableFuture.supplyAsync(() -> new World(instance.program(), cast, trial.phase()), pool);
    }

    private static boolean hold(Trial trial, World world, String role, String expected) {
        var may = trial.may().test(world, world.role(role));
        assertThat(may).isEqualTo(!expected.equals("n"));
        return may;
    }

    /// The table's head and rows; cells trimmed.
    private static List<List<String>> rows() throws IOException {
        try (var table = RolesIT.class.getResourceAsStream("/roles/matrix.md")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("|---"))
                    .map(line -> Arrays.stream(
                                    line.substring(2, line.length() - 2).split(" \\| ", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        }
    }

    private static Trial trial(String action) {
        return switch (action) {
            case "view a published hackathon, its teams' cards" ->
                new Trial(
                        Phase.OPEN,
                        (it, who) ->
                                ok(who.api().get(it.path(""))) && ok(who.api().get(it.path("/teams"))));
            case "edit, publish, extend, cancel" -> new Trial(Phase.OPEN, RolesIT::edits);
            case "register, withdraw oneself" -> Trial.apart(Phase.OPEN, RolesIT::comesAndGoes);
            case "see registrations with personal data" -> new Trial(Phase.OPEN, RolesIT::seesRegistrations);
            case "see how it is doing in numbers" ->
                new Trial(Phase.OPEN, (it, who) -> ok(who.api().get(it.path("/statistics"))));
            case "check in (or CHECKIN)" ->
                Trial.apart(
                        Phase.OPEN,
                        (it, who) -> ok(who.api()
                                .put(it.path("/registrations/" + it.role("P").id()), Map.of("status", "CHECKED_IN"))));
            case "create or join a team" -> Trial.apart(Phase.OPEN, RolesIT::makesTeam);
            case "invite, remove members, transfer leadership, invite mentors" ->
                new Trial(
                        Phase.OPEN,
                        (it, who) -> ok(who.api().post("/teams/" + it.team.id() + "/invitations", Map.of())));
            case "leave the team" ->
                Trial.apart(
                        Phase.OPEN,
                        (it, who) -> ok(who.api().delete("/teams/" + it.team.id() + "/members/" + who.id())));
            case "read and write the team's chat" ->
                new Trial(Phase.OPEN, (it, who) -> readsAndWrites(it, who, it.team.chat()));
            case "read and write the hackathon's chat" ->
                new Trial(Phase.OPEN, (it, who) -> readsAndWrites(it, who, it.hackathonChat()));
            case "edit, delete one's own message" -> new Trial(Phase.OPEN, RolesIT::changesOwn);
            case "delete others' messages, pin, mute: team chat" ->
                new Trial(Phase.OPEN, (it, who) -> moderates(it, who, it.team.chat(), it.role("M"), it.role("L")));
            case "delete others' messages, pin, mute: hackathon chat" ->
                new Trial(Phase.OPEN, (it, who) -> moderates(it, who, it.hackathonChat(), it.role("P"), it.role("J")));
            default -> laterTrial(action);
        };
    }

    private static Trial laterTrial(String action) {
        return switch (action) {
            case "edit the project draft" -> new Trial(Phase.ACTIVE, (it, who) -> ok(it.draft(who)));
            case "submit, withdraw the project" -> Trial.apart(Phase.ACTIVE, RolesIT::submits);
            case "read an unsubmitted project" -> new Trial(Phase.ACTIVE, RolesIT::readsDraft);
            case "configure criteria, staff" -> new Trial(Phase.OPEN, RolesIT::namesStaff);
            case "score" -> new Trial(Phase.JUDGING, RolesIT::scores);
            case "see others' scores before they are final" -> new Trial(Phase.JUDGING, RolesIT::seesScores);
            case "see the unfrozen board while frozen" ->
                new Trial(
                        Phase.JUDGING,
                        (it, who) -> it.mayRead(who, "hackathon/" + it.hackathon.id() + "/leaderboard/full"));
            case "freeze, finalize, publish results" ->
                Trial.apart(Phase.JUDGING, (it, who) -> ok(who.api().post(it.path("/freeze"), Map.of())));
            case "announce" -> new Trial(Phase.OPEN, RolesIT::announces);
            case "manage organization members" -> new Trial(Phase.OPEN, RolesIT::managesOrganization);
            case "verify an organization, suspend a user" ->
                new Trial(
                        Phase.OPEN,
                        (it, who) -> ok(who.api()
                                .post(
                                        "/organizations/verify",
                                        Map.of("organizationId", it.hackathon.organization(), "status", "VERIFIED"))));
            default ->
                throw new IllegalArgumentException("action: '%s' (expected: one with a trial)".formatted(action));
        };
    }

    private static boolean edits(World it, Person who) {
        ObjectNode body = it.hackathon.organizer().api().get(it.path("")).ok().deepCopy();
        return ok(who.api().put(it.path(""), body.put("description", "Better said.")));
    }

    private static boolean comesAndGoes(World it, Person who) {
        if (isRegistered(it, who)) {
            return ok(who.api().delete(it.path("/register")));
        }
        var answer = who.api().post(it.path("/register"), Map.of());
        return answer.slug().equals("role-conflict") ? false : ok(answer);
    }

    /// Members are refused for being members: that is how they may not.
    private static boolean makesTeam(World it, Person who) {
        var answer = who.api().post(it.path("/teams"), Map.of("name", "Another"));
        return answer.slug().equals("already-in-team") ? false : ok(answer);
    }

    private static boolean isRegistered(World it, Person who) {
        return List.of("W", "P", "M", "L").stream()
                .anyMatch(role -> it.role(role).equals(who));
    }

    /// Everybody's, or one's own and no others.
    private static boolean seesRegistrations(World it, Person who) {
        var answer = who.api().get(it.path("/registrations"));
        if (isRegistered(it, who)) {
            var own = who.api().get(it.path("")).ok().path("me").path("registration");
            assertThat(own.path("status").asText()).isNotEmpty();
            answer.body()
                    .path("items")
                    .forEach(item ->
                            assertThat(item.path("user").path("id").asText()).isEqualTo(who.id()));
            return true;
        }
        return ok(answer);
    }

    private static boolean readsAndWrites(World it, Person who, String channel) {
        var reads = it.mayRead(who, channel);
        var writes = it.live(who, channel, "message.post", Map.of("text", "hello"));
        assertThat(reads).as("reads as it writes").isEqualTo(writes);
        assertThat(ok(who.api().get("/channels/" + channel + "/events")))
                .as("reads over HTTP")
                .isEqualTo(reads);
        return writes;
    }

    private static boolean changesOwn(World it, Person who) {
        var message = it.message(who, it.hackathonChat());
        return it.live(who, it.hackathonChat(), "message.edit", Map.of("messageId", message, "text", "better"))
                && it.live(who, it.hackathonChat(), "message.delete", Map.of("messageId", message));
    }

    private static boolean moderates(World it, Person who, String channel, Person author, Person otherAuthor) {
        var message = it.message(who.equals(author) ? otherAuthor : author, channel);
        var pins = it.live(who, channel, "message.pin", Map.of("messageId", message));
        var deletes = it.live(who, channel, "message.delete", Map.of("messageId", message));
        assertThat(pins).as("pins as it deletes").isEqualTo(deletes);
        return deletes;
    }

    private static boolean submits(World it, Person who) {
        it.draft(it.team.leader()).ok();
        return ok(who.api().post("/teams/" + it.team.id() + "/project/submit", Map.of()));
    }

    private static boolean readsDraft(World it, Person who) {
        it.draft(it.team.leader()).ok();
        return ok(who.api().get("/teams/" + it.team.id() + "/project"));
    }

    private static boolean namesStaff(World it, Person who) {
        var somebody = new Scenario(it.program.base()).person("helper");
        return ok(who.api()
                .post(it.path("/staff"), Map.of("username", somebody.username(), "roles", List.of("CHECKIN"))));
    }

    private static final Map<String, Object> SCORE =
            Map.of("criteria", Map.of("idea", 7, "craft", 8), "complete", true);

    private static boolean scores(World it, Person who) {
        var overHttp = ok(who.api().put(it.path("/scores/" + it.team.id()), SCORE));
        var live = it.live(
                who,
                "hackathon/" + it.hackathon.id() + "/leaderboard",
                "score.submit",
                Map.of("teamId", it.team.id(), "criteria", Map.of("idea", 6, "craft", 8), "complete", true));
        assertThat(live).as("live as over HTTP").isEqualTo(overHttp);
        return overHttp;
    }

    /// The question is whether the other judge's are seen: one's own always are.
    private static boolean seesScores(World it, Person who) {
        it.secondJudge().api().put(it.path("/scores/" + it.team.id()), SCORE).ok();
        var answer = who.api().get(it.path("/scores"));
        return ok(answer) && answer.body().toString().contains(it.secondJudge().id());
    }

    private static boolean announces(World it, Person who) {
        var overHttp = ok(who.api()
                .post(
                        it.path("/updates"),
                        Map.of("title", "Lunch", "content", "Soup.", "type", "ANNOUNCEMENT", "priority", "NORMAL")));
        var live = it.live(
                who,
                "hackathon/" + it.hackathon.id() + "/announcements",
                "announcement.publish",
                Map.of("title", "Lunch", "content", "Soup.", "type", "ANNOUNCEMENT", "priority", "NORMAL"));
        assertThat(live).as("live as over HTTP").isEqualTo(overHttp);
        return overHttp;
    }

    private static boolean managesOrganization(World it, Person who) {
        var somebody = new Scenario(it.program.base()).person("colleague");
        return ok(who.api()
                .post(
                        "/organizations/" + it.hackathon.organization() + "/members",
                        Map.of("username", somebody.username(), "role", "STAFF")));
    }

    /// Whether it was allowed; anything but success or a denial is a fault of the test's own world.
    private static boolean ok(Api.Answer answer) {
        if (answer.status() == 403 || answer.status() == 404) {
            return false;
        }
        answer.ok();
        return true;
    }
}
