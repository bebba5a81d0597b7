package io.hackhub.load.scenario;

import io.hackhub.load.contestant.BenchDatabase;
import io.hackhub.load.wire.Dialect.Post;
import io.hackhub.load.wire.Histogram;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// One person who posts alone, beside what a commit costs when nobody is in between: an insert of as many bytes, over
/// JDBC into the same PostgreSQL, a moment before.
public final class Alone implements Scenario {

    private static final double WARM_S = 2;
    private static final int SIZE = 10;
    private static final String TEXT = "x".repeat(300);

    private final double seconds;

    public Alone(double seconds) {
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "alone";
    }

    @Override
    public List<String> contestants() {
        return List.of("hackhub", "socket.io");
    }

    @Override
    public Map<Figure, Double> run(Stage stage) throws InterruptedException {
        var commit = bareCommits(stage.database().create());
        var traffic = new Traffic(Post.MESSAGE, stage.firstNumber(), stage.faults());
        var people = Busy.enter(stage, traffic, stage.contestant().chat(SIZE));
        var loop = new ClosedLoop(people.subList(0, 1));
        stage.onLoop(loop::start);
        Stage.pause(WARM_S);
        var measured = stage.measure(traffic, seconds);
        stage.onLoop(loop::stop);
        stage.settle(traffic);
        var acks = measured.counts().acknowledgements;
        return new Figures()
                .put(Figure.BARE_COMMIT_P50, commit.percentile(0.5))
                .put(Figure.ALONE_ACK_P50, acks.percentile(0.5))
                .put(Figure.ACK_P99, acks.percentile(0.99))
                .put(Figure.OVER_BARE_COMMIT, acks.percentile(0.5) - commit.percentile(0.5))
                .usage(measured)
                .all();
    }

    private Histogram bareCommits(BenchDatabase.Address database) {
        var commits = new Histogram();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table entry (id bigserial primary key, payload text not null)");
            long end = System.nanoTime() + Math.round(seconds * 1e9);
            try (var insert = connection.prepareStatement("insert into entry (payload) values (?)")) {
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    insert.setString(1, TEXT);
                    insert.executeUpdate();
                    commits.add(System.nanoTime() - start);
                }
            }
            return commits;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
