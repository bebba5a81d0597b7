package io.hackhub.load.contestant;

import io.hackhub.load.wire.Dialect;
import io.hackhub.load.wire.HackHubDialect;
import io.hackhub.load.wire.Lines.Guest;
import io.hackhub.system.Metrics;
import io.hackhub.system.Program;
import io.hackhub.system.Scenario;
import io.hackhub.system.Scenario.Hackathon;
import io.hackhub.system.Scenario.Person;
import io.hackhub.system.Scenario.Team;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The packaged HackHub. Its people are in its tables without a password, which costs a minute of processor time for a
/// thousand; hackathons, registrations and teams are made through its API.
public final class HackHub implements Contestant {

    private static final int REQUESTS_AT_ONCE = 8;
    private static final int PLACES = 20_000;
    /// Of G1 the whole, of the serial collector its generations.
    private static final Pattern USED = Pattern.compile(
            "(?:garbage-first heap|def new generation|DefNew|tenured generation|Tenured).*? used (\\d+)K");

    private final Program program;
    private final Scenario scenario;
    private final Population population;
    private final Map<String, Hackathon> hackathons = new HashMap<>();
    private final Map<String, List<Venue>> venues = new HashMap<>();

    private HackHub(Program program, Population population) {
        this.program = program;
        this.scenario = new Scenario(program.base());
        this.population = population;
        Children.onEnd(this::close);
    }

    /// Returns when it is ready.
    public static HackHub start(Path folder, BenchDatabase.Address database, Map<String, String> more) {
        var ports = Program.Ports.free();
        var settings = new HashMap<String, String>();
        settings.put("HACKHUB_DATABASE_URL", database.jdbc());
        settings.put("HACKHUB_DATABASE_USER", database.user());
        settings.put("HACKHUB_DATABASE_PASSWORD", database.password());
        settings.put("HACKHUB_JWT_SECRET", Population.SECRET);
        settings.put("HACKHUB_PUBLIC_URL", "http://127.0.0.1:" + ports.http());
        settings.put("HACKHUB_VERIFY_EMAIL", "false");
        settings.put("HACKHUB_VERIFY_ORGANIZATIONS", "false");
        settings.put("HACKHUB_DEMO", "false");
        settings.put("HACKHUB_RATE_LIMITS", "off");
        settings.putAll(more);
        var program = Program.start(folder, ports, settings);
        var hackhub = new HackHub(program, new Population(database, Population.SECRET, program.base()));
        program.awaitReady();
        return hackhub;
    }

    @Override
    public String name() {
        return "hackhub";
    }

    @Override
    public long pid() {
        return program.pid();
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), program.live().getPort());
    }

    @Override
    public Dialect dialect() {
        return new HackHubDialect();
    }

    @Override
    public Venue announcements(int people) {
        var hackathon = hackathon("announcements");
        return new Venue(
                "hackathon/" + hackathon.id() + "/announcements",
                population.renewed(hackathon.organizer()),
                population.tokens(people));
    }

    @Override
    public List<Venue> rooms(int count, int size) {
        return venues.computeIfAbsent(count + "x" + size, _ -> makeRooms(count, size)).stream()
                .map(this::renewed)
                .toList();
    }

    private List<Venue> makeRooms(int count, int size) {
        var hackathon = hackathon("rooms");
        var people = population.people(count * size, scenario);
        return together(count, room -> {
            var members = people.subList(room * size, (room + 1) * size);
            var team = team(hackathon, members);
            return venue(team.chat(), members);
        });
    }

    private Team team(Hackathon hackathon, List<Person> members) {
        members.forEach(it -> scenario.register(it, hackathon));
        var team = scenario.team(hackathon, members.getFirst());
        members.stream().skip(1).forEach(it -> scenario.join(team, it));
        return team;
    }

    @Override
    public Venue chat(int people) {
        var made = venues.computeIfAbsent("chat" + people, name -> {
            var hackathon = hackathon(name);
            var all = population.people(people + 1, scenario);
            together(all.size(), i -> scenario.register(all.get(i), hackathon));
            return List.of(venue("hackathon/" + hackathon.id() + "/chat", all.subList(1, all.size())));
        });
        return renewed(made.getFirst());
    }

    @Override
    public Show show(int teams, int judges) {
        var people = population.people(teams + judges, scenario);
        return new Judging(scenario).open(people.subList(0, teams), people.subList(teams, teams + judges));
    }

    @Override
    public List<String> viewers(int people) {
        return population.tokens(people);
    }

    @Override
    public List<Guest> idlers(int people) {
        var channels = IntStream.range(0, 3)
                .mapToObj(i -> "hackathon/" + hackathon("idle" + i).id() + "/announcements")
                .toList();
        return population.tokens(people).stream()
                .map(token -> new Guest(token, channels))
                .toList();
    }

    private Hackathon hackathon(String name) {
        return hackathons.computeIfAbsent(name, _ -> scenario.open(PLACES));
    }

    /// Of people for tokens' sake: [#renewed] makes them.
    private static Venue venue(String channel, List<Person> people) {
        var ids = people.stream().map(Person::id).toList();
        return new Venue(channel, ids.getFirst(), ids);
    }

    private Venue renewed(Venue made) {
        return new Venue(
                made.channel(),
                population.token(made.host()),
                made.people().stream().map(population::token).toList());
    }

    /// Makes `size` things by calls to the API, a few at once.
    public static <T> List<T> together(int size, IntFunction<T> make) {
        try (var pool = Executors.newFixedThreadPool(REQUESTS_AT_ONCE)) {
            var made = new ArrayList<CompletableFuture<T>>();
            for (int i = 0; i < size; i++) {
                int number = i;
                made.add(CompletableFuture.supplyAsync(() -> make.apply(number), pool));
            }
            return made.stream().map(CompletableFuture::join).toList();
        }
    }

    @Override
    public void collectGarbage() {
        jcmd("GC.run");
    }

    @Override
    public OptionalLong heapKiB() {
        var used = USED.matcher(jcmd("GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1));
        }
        return OptionalLong.of(sum);
    }

    @Override
    public double gauge(String metric) {
        return Metrics.of(program).sum(metric);
    }

    private String jcmd(String command) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Commands.run(jcmd, Long.toString(pid()), command);
    }

    @Override
    public void close() {
        if (program.isAlive()) {
            program.stop();
        }
    }
}
