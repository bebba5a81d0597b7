package io.hackhub.load.scenario;

import io.hackhub.load.contestant.Pinning;
import java.util.List;
import java.util.Map;

/// Something to measure, the same for each contestant.
public interface Scenario {

    /// As results name it.
    String name();

    /// Who takes part; HackHub is the first.
    List<String> contestants();

    /// One run, on a stage of its own. Figures by name; each [Figure] says what its unit is and which way is better.
    ///
    /// @throws IllegalStateException if the run is void
    Map<Figure, Double> run(Stage stage) throws InterruptedException;

    /// Whether each run wants a process that has done nothing before.
    default boolean isFresh() {
        return false;
    }

    /// Whether it takes so long that it runs once, however many rounds are asked for.
    default boolean isOnce() {
        return false;
    }

    /// On which cores it is worth measuring.
    default List<Pinning> pinnings() {
        return List.of(Pinning.values());
    }
}
