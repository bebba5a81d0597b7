package io.hackhub.load.scenario;

import io.hackhub.load.contestant.Contestant;
import io.hackhub.load.contestant.Pinning;
import io.hackhub.load.contestant.Usage;
import java.util.List;
import java.util.Map;

/// What a socket costs that is signed in, follows three channels, and has nothing to do: the slope of the process's
/// memory over more and more of them, each time after a collection of its garbage.
public final class Memory implements Scenario {

    private static final double CALM_S = 3;
    private static final double KIB = 1.024;

    private final List<Integer> levels;

    public Memory(List<Integer> levels) {
        this.levels = List.copyOf(levels);
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<String> contestants() {
        return List.of("hackhub", "socket.io", "ws");
    }

    @Override
    public boolean isFresh() {
        return true;
    }

    @Override
    public List<Pinning> pinnings() {
        return List.of(Pinning.UNPINNED);
    }

    @Override
    public Map<Figure, Double> run(Stage stage) throws InterruptedException {
        var contestant = stage.contestant();
        var guests = contestant.idlers(levels.getLast());
        var resident = new Slope();
        var heap = new Slope();
        int open = 0;
        long opening = 0;
        for (int level : levels) {
            long start = System.nanoTime();
            stage.open(guests.subList(open, level));
            opening += System.nanoTime() - start;
            open = level;
            settle(contestant);
            resident.add(level, Usage.residentKiB(contestant.pid()) * KIB);
            contestant.heapKiB().ifPresent(it -> heap.add(level, it * KIB));
        }
        stage.faults().first().ifPresent(why -> {
            throw new IllegalStateException("void: " + why);
        });
        var figures = new Figures()
                .put(Figure.RSS_PER_SOCKET, resident.value())
                .put(Figure.ENTERED_PER_SECOND, open / (opening / 1e9));
        if (!heap.isEmpty()) {
            figures.put(Figure.HEAP_PER_SOCKET, heap.value());
        }
        return figures.all();
    }

    private static void settle(Contestant contestant) throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            Stage.pause(CALM_S / 2);
            contestant.collectGarbage();
        }
        Stage.pause(CALM_S / 3);
    }
}
