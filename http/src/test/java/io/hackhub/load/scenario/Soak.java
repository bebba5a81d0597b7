package io.hackhub.load.scenario;

import io.hackhub.load.contestant.Contestant.Venue;
import io.hackhub.load.contestant.Pinning;
import io.hackhub.load.scenario.Traffic.Member;
import io.hackhub.load.wire.Dialect.Post;
import io.hackhub.load.wire.Follower.Appetite;
import io.hackhub.load.wire.Lines.Guest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A server at half of what it can take, for long, while sockets come and go, some do not read, and announcements are
/// made: does anything grow? Few rooms, so that what a room remembers of its last 100,000 messages is full by
/// half-time.
public final class Soak implements Scenario {

    private static final int FULL_MINUTES = 30;
    private static final int SAMPLES = 30;
    private static final int ROOMS = 6;
    private static final int SIZE = 10;
    private static final int SENDERS = 60;
    private static final int HALL = 600;
    private static final int RESTLESS = 120;
    private static final double LAZY = 0.05;
    private static final double ANNOUNCEMENTS_PER_SECOND = 0.2;
    private static final double WARM_S = 5;
    private static final double FULL_LOAD_S = 5;

    private final int minutes;

    public Soak(int minutes) {
        this.minutes = minutes;
    }

    @Override
    public String name() {
        return minutes < FULL_MINUTES ? "soak-short" : "soak";
    }

    @Override
    public List<String> contestants() {
        return List.of("hackhub");
    }

    @Override
    public boolean isFresh() {
        return true;
    }

    @Override
    public boolean isOnce() {
        return true;
    }

    @Override
    public List<Pinning> pinnings() {
        return List.of(Pinning.UNPINNED);
    }

    @Override
    public Map<Figure, Double> run(Stage stage) throws InterruptedException {
        var hall = Hall.open(stage, HALL);
        var venues = stage.contestant().rooms(ROOMS, SIZE);
        var chat = new Traffic(Post.MESSAGE, stage.firstNumber(), stage.faults());
        var members = new ArrayList<List<Member>>();
        for (var venue : venues) {
            members.add(Busy.enter(stage, chat, venue));
        }
        var churn = new Churn(stage.loop(), stage.contestant().address());
        var announcements = stage.contestant().announcements(1).channel();
        stage.onLoop(() -> fill(churn, venues, announcements));
        var senders = new ArrayList<Member>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(members.get(i % ROOMS).get(i / ROOMS % SIZE));
        }
        double half = mostPerSecond(stage, chat, senders) / 2;
        var posts = Pacer.start(stage.loop(), half, new Turns(senders));
        var calls = Pacer.start(stage.loop(), ANNOUNCEMENTS_PER_SECOND, hall.writer()::post);
        var condition = new Condition(stage.contestant());
        var measured = stage.measure(chat, () -> watch(condition));
        posts.stop();
        calls.stop();
        stage.onLoop(churn::stop);
        stage.settle(chat);
        stage.settle(hall.traffic());
        check(stage, churn);
        stage.keep(condition.samples());
        return told(stage, measured, condition, churn);
    }

    private static void fill(Churn churn, List<Venue> venues, String announcements) {
        for (int i = 0; i < RESTLESS; i++) {
            churn.add(guest(venues, i, announcements));
        }
        int lazy = (int) Math.ceil(LAZY * (HALL + ROOMS * SIZE + RESTLESS));
        for (int i = 0; i < lazy; i++) {
            churn.add(guest(venues, i, announcements), i % 2 == 0 ? Appetite.NOTHING : Appetite.LITTLE);
        }
    }

    /// One of the people of a room, on another device.
    private static Guest guest(List<Venue> venues, int number, String announcements) {
        var venue = venues.get(number % ROOMS);
        return new Guest(venue.people().get(number / ROOMS % SIZE), List.of(venue.channel(), announcements));
    }

    private static double mostPerSecond(Stage stage, Traffic chat, List<Member> senders) throws InterruptedException {
        var loop = new ClosedLoop(senders);
        stage.onLoop(loop::start);
        Stage.pause(WARM_S);
        var full = stage.measure(chat, FULL_LOAD_S);
        stage.onLoop(loop::stop);
        stage.settle(chat);
        return full.counts().acknowledgedPerSecond(full.seconds());
    }

    private void watch(Condition condition) throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 1; i <= SAMPLES; i++) {
            double due = minutes * 60.0 * i / SAMPLES;
            Stage.pause(Math.max(0, due - (System.nanoTime() - began) / 1e9));
            condition.look();
        }
    }

    private static void check(Stage stage, Churn churn) throws InterruptedException {
        var seen = churn.experience();
        if (stage.onLoop(() -> seen.gaps() + seen.behind()) > 0) {
            throw new IllegalStateException(
                    "void: who came and went missed %d events, and knew more than the server %d times"
                            .formatted(seen.gaps(), seen.behind()));
        }
    }

    private Map<Figure, Double> told(Stage stage, Stage.Measured measured, Condition condition, Churn churn) {
        var counts = measured.counts();
        double growing = Arrays.stream(Measure.values())
                .filter(Measure::wanted)
                .filter(it -> Trend.of(it, condition.samples()).grows())
                .count();
        return new Figures()
                .put(Figure.GROWING, growing)
                .put(Figure.MINUTES, minutes)
                .put(Figure.HALF_LOAD, counts.acknowledgedPerSecond(measured.seconds()))
                .put(Figure.HALF_LOAD_ACK_P50, counts.acknowledgements.percentile(0.5))
                .put(Figure.HALF_LOAD_ACK_P99, counts.acknowledgements.percentile(0.99))
                .put(Figure.REFUSED, (double) counts.refused)
                .put(Figure.COMEBACKS, (double) churn.experience().entered())
                .put(Figure.CLOSED_SLOW, stage.contestant().gauge("hackhub_live_closes_total{code=\"4008\""))
                .usage(measured)
                .all();
    }
}
