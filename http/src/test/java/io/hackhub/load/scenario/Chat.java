package io.hackhub.load.scenario;

import io.hackhub.load.scenario.Traffic.Member;
import io.hackhub.load.wire.Dialect.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Durable chat in many rooms. First everybody who sends has one message under way at any time, which is as much as the
/// server can take; then half of that on a schedule, for latencies.
public final class Chat implements Scenario {

    private static final double WARM_S = 2;

    private final String name;
    private final int rooms;
    private final int size;
    private final int senders;
    private final double seconds;
    private final List<String> contestants;

    private Chat(String name, int rooms, int size, int senders, double seconds, List<String> contestants) {
        this.name = name;
        this.rooms = rooms;
        this.size = size;
        this.senders = senders;
        this.seconds = seconds;
        this.contestants = contestants;
    }

    /// 200 rooms of ten.
    public static Chat of(int senders, double seconds) {
        return new Chat("chat-" + senders, 200, 10, senders, seconds, List.of("hackhub", "socket.io"));
    }

    /// One room in which everybody sends, several messages under way each if they are few.
    public static Chat hot(int size, double seconds) {
        return new Chat("hot-" + size, 1, size, 200, seconds, List.of("hackhub", "socket.io"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> contestants() {
        return contestants;
    }

    @Override
    public Map<Figure, Double> run(Stage stage) throws InterruptedException {
        var traffic = new Traffic(Post.MESSAGE, stage.firstNumber(), stage.faults());
        var chosen = senders(stage, traffic);
        var loop = new ClosedLoop(chosen);
        stage.onLoop(loop::start);
        Stage.pause(WARM_S);
        var full = stage.measure(traffic, seconds);
        stage.onLoop(loop::stop);
        stage.settle(traffic);
        double most = full.counts().acknowledgedPerSecond(full.seconds());
        var pacer = Pacer.start(stage.loop(), Math.max(1, most / 2), new Turns(chosen));
        Stage.pause(WARM_S);
        var half = stage.measure(traffic, seconds);
        pacer.stop();
        stage.settle(traffic);
        return told(full, half);
    }

    /// Spread over all rooms, and in each over its people.
    private List<Member> senders(Stage stage, Traffic traffic) throws InterruptedException {
        var people = new ArrayList<List<Member>>();
        var venues = rooms == 1
                ? List.of(stage.contestant().chat(size))
                : stage.contestant().rooms(rooms, size);
        for (var venue : venues) {
            people.add(Busy.enter(stage, traffic, venue));
        }
        var chosen = new ArrayList<Member>();
        for (int i = 0; i < senders; i++) {
            chosen.add(people.get(i % rooms).get(i / rooms % size));
        }
        return chosen;
    }

    private static Map<Figure, Double> told(Stage.Measured full, Stage.Measured half) {
        var counts = full.counts();
        var calm = half.counts();
        return new Figures()
                .put(Figure.ACKNOWLEDGED_PER_SECOND, counts.acknowledgedPerSecond(full.seconds()))
                .put(Figure.DELIVERIES_PER_SECOND, counts.deliveredPerSecond(full.seconds()))
                .put(Figure.ACK_P50, counts.acknowledgements.percentile(0.5))
                .put(Figure.ACK_P99, counts.acknowledgements.percentile(0.99))
                .put(Figure.HALF_LOAD, calm.acknowledgedPerSecond(half.seconds()))
                .put(Figure.HALF_LOAD_ACK_P50, calm.acknowledgements.percentile(0.5))
                .put(Figure.HALF_LOAD_ACK_P99, calm.acknowledgements.percentile(0.99))
                .put(Figure.HALF_LOAD_DELIVERY_P99, calm.deliveries.percentile(0.99))
                .put(Figure.REFUSED, (double) (counts.refused + calm.refused))
                .usage(full)
                .all();
    }
}
