package io.hackhub.load.scenario;

import java.util.List;
import java.util.Map;

/// One announcement at a time to all sockets: the next goes out when the last socket has the one before.
public final class Announce implements Scenario {

    private static final double WARM_S = 2;

    private final int sockets;
    private final double seconds;

    public Announce(int sockets, double seconds) {
        this.sockets = sockets;
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "announce-" + sockets;
    }

    @Override
    public List<String> contestants() {
        return List.of("hackhub", "socket.io", "ws");
    }

    @Override
    public Map<Figure, Double> run(Stage stage) throws InterruptedException {
        var hall = Hall.open(stage, sockets);
        var traffic = hall.traffic();
        var flow = new Flow();
        traffic.whenAllHaveIt(_ -> flow.next(hall.writer()));
        stage.onLoop(() -> flow.next(hall.writer()));
        Stage.pause(WARM_S);
        var measured = stage.measure(traffic, seconds);
        stage.onLoop(flow::stop);
        stage.settle(traffic);
        var counts = measured.counts();
        return new Figures()
                .put(Figure.DELIVERIES_PER_SECOND, counts.deliveredPerSecond(measured.seconds()))
                .put(Figure.LAST_RECIPIENT_P50, counts.lastDeliveries.percentile(0.5))
                .put(Figure.LAST_RECIPIENT_P99, counts.lastDeliveries.percentile(0.99))
                .usage(measured)
                .all();
    }

    /// Until it is stopped.
    private static final class Flow {
        private boolean stopped;

        void next(Traffic.Member writer) {
            if (!stopped) {
                writer.post(System.nanoTime());
            }
        }

        void stop() {
            stopped = true;
        }
    }
}
