package io.hackhub.load.scenario;

import io.hackhub.load.contestant.Contestant;
import io.hackhub.load.contestant.Usage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a server is, sample by sample, each right after a collection of its garbage.
final class Condition {

    private static final double KIB = 1.024;
    private static final int LOOKS = 6;
    private static final double BETWEEN_S = 0.5;

    private final Contestant contestant;
    private final long began = System.nanoTime();
    private final Map<String, List<Double>> samples = new LinkedHashMap<>();

    Condition(Contestant contestant) {
        this.contestant = contestant;
    }

    Map<String, List<Double>> samples() {
        return samples;
    }

    /// Takes some seconds: what is pending goes up and down all the time, so that its least is looked for.
    void look() throws InterruptedException {
        contestant.collectGarbage();
        var seen = new EnumMap<Measure, Double>(Measure.class);
        seen.put(Measure.HEAP, contestant.heapKiB().orElse(0) * KIB / 1_000);
        seen.put(Measure.RSS, Usage.residentKiB(contestant.pid()) * KIB / 1_000);
        seen.put(Measure.THREADS, (double) Usage.threads(contestant.pid()));
        double connections = contestant.gauge("hackhub_live_connections");
        seen.put(Measure.CONNECTIONS, connections);
        seen.put(Measure.FILES, Usage.openFiles(contestant.pid()) - connections);
        double pending = Double.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            pending = Math.min(pending, contestant.gauge("hackhub_live_pending_bytes"));
            Stage.pause(BETWEEN_S);
        }
        seen.put(Measure.PENDING, pending / 1_000);
        keep(Measure.MINUTE, (System.nanoTime() - began) / 60e9);
        seen.forEach((measure, value) -> keep(measure.name(), value));
    }

    private void keep(String name, double value) {
        samples.computeIfAbsent(name, _ -> new ArrayList<>()).add(Math.round(value * 1_000) / 1_000.0);
    }
}
