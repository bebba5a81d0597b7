package io.hackhub.load.scenario;

import io.hackhub.load.contestant.Contestant.Venue;
import io.hackhub.load.scenario.Traffic.Member;
import io.hackhub.load.wire.Dialect.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A chat that a thousand read while some of them post, faster and faster, until deliveries come too late. Counts the
/// last pace at which 99 of 100 came within 100 ms.
public final class Busy implements Scenario {

    private static final int READERS = 1_000;
    private static final int WRITERS = 16;
    private static final double LATEST_MS = 100;
    private static final double FIRST_PER_SECOND = 12;
    private static final double FASTER = 1.4;
    private static final int STEPS = 14;
    private static final double WARM_S = 1;

    private final double seconds;

    /// @param seconds how long each pace is held
    public Busy(double seconds) {
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "busy";
    }

    @Override
    public List<String> contestants() {
        return List.of("hackhub", "socket.io");
    }

    @Override
    public Map<Figure, Double> run(Stage stage) throws InterruptedException {
        var venue = stage.contestant().chat(READERS);
        var traffic = new Traffic(Post.MESSAGE, stage.firstNumber(), stage.faults());
        var people = enter(stage, traffic, venue);
        var best = new Figures();
        double pace = FIRST_PER_SECOND;
        for (int step = 0; step < STEPS; step++) {
            var pacer = Pacer.start(stage.loop(), pace, new Turns(people.subList(0, WRITERS)));
            Stage.pause(WARM_S);
            var measured = stage.measure(traffic, seconds);
            pacer.stop();
            if (!keepsUp(measured, pace)) {
                break;
            }
            best = told(measured);
            pace *= FASTER;
        }
        stage.settle(traffic);
        return best.all();
    }

    static List<Member> enter(Stage stage, Traffic traffic, Venue venue) throws InterruptedException {
        var room = traffic.room(venue.channel());
        var members = new ArrayList<Member>();
        for (var line : stage.open(venue.guests())) {
            members.add(traffic.reader(room, line));
        }
        return members;
    }

    private static boolean keepsUp(Stage.Measured measured, double pace) {
        var counts = measured.counts();
        return counts.deliveries.percentile(0.99) <= LATEST_MS
                && counts.deliveredPerSecond(measured.seconds()) >= 0.95 * pace * READERS;
    }

    private static Figures told(Stage.Measured measured) {
        var counts = measured.counts();
        return new Figures()
                .put(Figure.SUSTAINED_DELIVERIES, counts.deliveredPerSecond(measured.seconds()))
                .put(Figure.DELIVERY_P99, counts.deliveries.percentile(0.99))
                .usage(measured);
    }
}
