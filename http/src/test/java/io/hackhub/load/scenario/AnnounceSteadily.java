package io.hackhub.load.scenario;

import io.hackhub.load.wire.Dialect.Post;
import io.hackhub.load.wire.Lines.Guest;
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
        var venue = stage.contestant().announcements(sockets);
        var traffic = new Traffic(Post.ANNOUNCEMENT, stage.firstNumber(), stage.faults());
        var room = traffic.room(venue.channel());
        for (var line : stage.open(venue.guests())) {
            traffic.reader(room, line);
        }
        var writer = traffic.writer(room, stage.open(new Guest(venue.host(), List.of())));
        var pacer = Pacer.start(stage.loop(), perSecond, writer::post);
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
