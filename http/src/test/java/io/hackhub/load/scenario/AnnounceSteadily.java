package io.hackhub.load.scenario;

import java.util.List;
import java.util.Map;

/// Announcements to very many sockets, on a schedule: when does the last one have it?
public final class AnnounceSteadily implements Scenario {

    private static final double WARM_S = 3;

    private final int sockets;
    private final double perSecond;
    private final double seconds;

    public AnnounceSteadily(int sockets, double perSecond, double seconds) {
        this.sockets = sockets;
        this.perSecond = perSecond;
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "announce-" + sockets;
    }

    @Override
    public List<String> contestants() {
        return List.of("hackhub", "socket.io");
    }

    @Override
    public Map<Figure, Double> run(Stage stage) throws InterruptedException {
        var hall = Hall.open(stage, sockets);
        var traffic = hall.traffic();
        var pacer = Pacer.start(stage.loop(), perSecond, hall.writer()::post);
        Stage.pause(WARM_S);
        var measured = stage.measure(traffic, seconds);
        pacer.stop();
        stage.settle(traffic);
        var counts = measured.counts();
        return new Figures()
                .put(Figure.LAST_RECIPIENT_P50, counts.lastDeliveries.percentile(0.5))
                .put(Figure.LAST_RECIPIENT_P99, counts.lastDeliveries.percentile(0.99))
                .usage(measured)
                .all();
    }
}
