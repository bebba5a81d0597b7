package io.hackhub.http.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.sharding.ClusterSharding;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.pattern.Patterns;

/// The cluster as this node sees it, and what of it lives here.
public final class ClusterMeters {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<MemberStatus> STATUSES = List.of(
            MemberStatus.joining(),
            MemberStatus.weaklyUp(),
            MemberStatus.up(),
            MemberStatus.leaving(),
            MemberStatus.exiting(),
            MemberStatus.down());

    /// How many shards and entities of one type are here, as of the last time that somebody asked.
    private static final class Region {
        private volatile int shards;
        private volatile int entities;

        void is(ShardRegion.ShardRegionStats stats) {
            var counts = stats.getStats().values();
            shards = counts.size();
            entities = counts.stream().mapToInt(Integer.class::cast).sum();
        }
    }

    private ClusterMeters() {}

    /// Members by status, those that cannot be reached, and the entities of each of `types`.
    public static void start(ActorSystem<?> system, MeterRegistry registry, List<EntityTypeKey<?>> types) {
        var cluster = Cluster.get(system);
        for (var status : STATUSES) {
            var name = status.toString().toLowerCase(Locale.ROOT);
            Gauge.builder("hackhub.cluster.members", () -> members(cluster, status))
                    .description("Nodes of the cluster as this one sees them")
                    .tag("status", name)
                    .register(registry);
        }
        Gauge.builder(
                        "hackhub.cluster.unreachable",
                        () -> cluster.state().getUnreachable().size())
                .description("Nodes that this one, or another that it hears of, cannot reach")
                .register(registry);
        types.forEach(type -> shards(system, registry, type.name()));
    }

    private static long members(Cluster cluster, MemberStatus status) {
        return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .filter(member -> member.status().equals(status))
                .count();
    }

    private static void shards(ActorSystem<?> system, MeterRegistry registry, String type) {
        var region = new Region();
        Gauge.builder("hackhub.shard.entities", () -> region.entities)
                .description("Entities in the memory of this node")
                .tag("type", type)
                .register(registry);
        Gauge.builder("hackhub.shards", () -> region.shards)
                .description("Shards that live on this node")
                .tag("type", type)
                .register(registry);
        system.scheduler()
                .scheduleWithFixedDelay(EVERY, EVERY, () -> ask(system, type, region), system.executionContext());
    }

    private static void ask(ActorSystem<?> system, String type, Region region) {
        var here = ClusterSharding.get(Adapter.toClassic(system)).shardRegion(type);
        Patterns.ask(here, ShardRegion.getRegionStatsInstance(), PATIENCE).whenComplete((answer, _) -> {
            if (answer instanceof ShardRegion.ShardRegionStats stats) {
                region.is(stats);
            }
        });
    }
}
