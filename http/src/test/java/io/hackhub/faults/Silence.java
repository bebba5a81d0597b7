package io.hackhub.faults;

import io.hackhub.faults.Breaker.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How long the rooms of a killed node acknowledged nothing, as their writers saw it.
final class Silence {

    private Silence() {}

    /// For each outage, from the kill to the first acknowledgement in each room that the node had.
    static List<Duration> after(List<Outage> outages, List<History.Timed> seen) {
        var silences = new ArrayList<Duration>();
        var acknowledgements = byChannel(seen);
        for (var outage : outages) {
            acknowledgements.forEach((channel, times) -> {
                if (outage.shards().contains(Nodes.shardOf(channel))) {
                    times.stream()
                            .filter(at -> at > outage.at().toEpochMilli())
                            .findFirst()
                            .ifPresent(at -> silences.add(
                                    Duration.ofMillis(at - outage.at().toEpochMilli())));
                }
            });
        }
        return silences;
    }

    private static Map<String, List<Long>> byChannel(List<History.Timed> seen) {
        var channels = new HashMap<String, String>();
        var times = new TreeMap<String, List<Long>>();
        for (var timed : seen) {
            if (timed.step() instanceof History.Invoked sent) {
                channels.put(sent.cid(), sent.channel());
            }
            if (timed.step() instanceof History.Acknowledged ack && channels.containsKey(ack.cid())) {
                times.computeIfAbsent(channels.get(ack.cid()), _ -> new ArrayList<>())
                        .add(timed.at());
            }
        }
        return times;
    }
}
