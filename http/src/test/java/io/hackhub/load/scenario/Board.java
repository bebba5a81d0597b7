package io.hackhub.load.scenario;

import io.hackhub.load.contestant.Contestant.Show;
import io.hackhub.load.contestant.Pinning;
import io.hackhub.load.scenario.Traffic.Member;
import io.hackhub.load.wire.Dialect.Post;
import io.hackhub.load.wire.Lines.Guest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A leaderboard that thousands look at while judges score. HackHub tells what changed, once a window; the founding
/// design tells each score to everybody. That cannot be done at HackHub's pace, so it is given fewer scores; frames and
/// processor time are told by the score.
public final class Board implements Scenario {

    private static final int JUDGES = 20;
    private static final double CALM_S = 3;
    private static final int PATIENCE = 20;
    private static final double PEER_PER_SECOND = 4;

    private final int teams;
    private final int viewers;
    private final double perSecond;
    private final double seconds;

    public Board(int teams, int viewers, double perSecond, double seconds) {
        this.teams = teams;
        this.viewers = viewers;
        this.perSecond = perSecond;
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "board";
    }

    @Override
    public List<String> contestants() {
        return List.of("hackhub", "socket.io");
    }

    @Override
    public boolean isFresh() {
        return true;
    }

    @Override
    public List<Pinning> pinnings() {
        return List.of(Pinning.PINNED);
    }

    @Override
    public Map<Figure, Double> run(Stage stage) throws InterruptedException {
        var show = stage.contestant().show(teams, JUDGES);
        return stage.contestant().name().equals("hackhub") ? boards(stage, show) : emits(stage, show);
    }

    private Map<Figure, Double> boards(Stage stage, Show show) throws InterruptedException {
        var traffic = new Traffic(Post.MESSAGE, stage.firstNumber(), stage.faults());
        var watch = new BoardWatch(stage.faults());
        var judges = judges(stage, traffic, traffic.room(show.channel()), show);
        for (var line : stage.open(guests(stage, show))) {
            stage.onLoop(() -> line.listen(watch.viewer()));
        }
        var truth = new HashMap<String, Double>();
        var scoring = new Scoring(show, judges);
        var pacer = Pacer.start(stage.loop(), perSecond, at -> {
            var next = scoring.next(at);
            truth.put(next.team(), next.shown());
            watch.given(next.team(), next.shown(), at);
        });
        Stage.pause(CALM_S);
        stage.onLoop(watch::begin);
        var measured = stage.measure(traffic, seconds);
        stage.onLoop(watch::end);
        pacer.stop();
        stage.settle(traffic);
        for (int i = 0; i < PATIENCE && !stage.onLoop(() -> watch.isTrue(truth)); i++) {
            Stage.pause(1);
        }
        if (!stage.onLoop(() -> watch.isTrue(truth))) {
            throw new IllegalStateException(stage.onLoop(() -> watch.untrue(truth)));
        }
        return told(measured, watch.frames(), watch.staleness().percentile(0.99));
    }

    private Map<Figure, Double> emits(Stage stage, Show show) throws InterruptedException {
        var traffic = new Traffic(Post.MESSAGE, stage.firstNumber(), stage.faults());
        var room = traffic.room(show.channel());
        for (var line : stage.open(guests(stage, show))) {
            traffic.reader(room, line);
        }
        var scoring = new Scoring(show, judges(stage, traffic, room, show));
        var pacer = Pacer.start(stage.loop(), PEER_PER_SECOND, scoring::next);
        Stage.pause(CALM_S);
        var measured = stage.measure(traffic, seconds);
        pacer.stop();
        stage.settle(traffic);
        var deliveries = measured.counts().deliveries;
        return told(measured, deliveries.count(), deliveries.percentile(0.99));
    }

    private static Map<Figure, Double> told(Stage.Measured measured, long frames, double staleness) {
        double scores = measured.counts().acknowledgements.count();
        return new Figures()
                .put(Figure.STALENESS_P99, staleness)
                .put(Figure.FRAMES_PER_SCORE, frames / scores)
                .put(Figure.SERVER_CPU_PER_SCORE, measured.usage().server() * 1000 / scores)
                .put(Figure.ACKNOWLEDGED_PER_SECOND, scores / measured.seconds())
                .put(Figure.REFUSED, (double) measured.counts().refused)
                .usage(measured)
                .all();
    }

    private List<Guest> guests(Stage stage, Show show) {
        return stage.contestant().viewers(viewers).stream()
                .map(token -> new Guest(token, List.of(show.channel())))
                .toList();
    }

    private static List<Member> judges(Stage stage, Traffic traffic, Traffic.Room room, Show show)
            throws InterruptedException {
        var judges = new ArrayList<Member>();
        for (var token : show.judges()) {
            judges.add(traffic.writer(room, stage.open(new Guest(token, List.of()))));
        }
        return judges;
    }

    /// A team and what its board shall show.
    private record Scored(String team, double shown) {}

    /// Each team is one judge's; its scores wander.
    private static final class Scoring {
        private final Show show;
        private final List<Member> judges;
        private final SplittableRandom random = new SplittableRandom(4);
        private int turn;

        Scoring(Show show, List<Member> judges) {
            this.show = show;
            this.judges = judges;
        }

        Scored next(long at) {
            int team = turn++ % show.teams().size();
            int hundredths = random.nextInt(1_001);
            judges.get(team % judges.size()).score(at, show.teams().get(team), hundredths / 100.0);
            return new Scored(show.teams().get(team), hundredths / 10.0);
        }
    }
}
