package io.hackhub.core.statistics;

import io.hackhub.core.room.History;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.statistics.Figures.Coming;
import io.hackhub.core.statistics.Figures.Count;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/// Gathers a hackathon's figures. Whether the caller may see them is the route's question.
public final class Statistics {

    private static final int MINUTES = 60;

    /// How many follow a hackathon now; 0 where nobody can say.
    @FunctionalInterface
    public interface Present {
        CompletionStage<Integer> in(HackathonId hackathon);
    }

    private record Tables(
            List<Coming> registrations, Figures.Teams teams, List<Count> submissions, List<Channel.Log> chats) {}

    private final Database database;
    private final History history;
    private final Present present;
    private final InstantSource clock;

    public Statistics(Database database, History history, Present present, InstantSource clock) {
        this.database = database;
        this.history = history;
        this.present = present;
        this.clock = clock;
    }

    public CompletionStage<Figures> of(HackathonId hackathon) {
        var here = present.in(hackathon);
        return database.run(db -> new Tables(
                        StatisticsTables.registrations(db, hackathon),
                        StatisticsTables.teams(db, hackathon),
                        StatisticsTables.submissions(db, hackathon),
                        StatisticsTables.chats(db, hackathon)))
                .thenCompose(tables -> messages(tables.chats())
                        .thenCombine(
                                here,
                                (messages, count) -> new Figures(
                                        tables.registrations(),
                                        messages,
                                        count,
                                        tables.teams(),
                                        tables.submissions())));
    }

    private CompletionStage<List<Count>> messages(List<Channel.Log> chats) {
        var first = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(MINUTES - 1L, ChronoUnit.MINUTES);
        return history.postedByMinute(chats, first).thenApply(counted -> everyMinute(first, counted));
    }

    private static List<Count> everyMinute(Instant first, Map<Instant, Long> counted) {
        return IntStream.range(0, MINUTES)
                .mapToObj(minute -> first.plus(minute, ChronoUnit.MINUTES))
                .map(at -> new Count(at, counted.getOrDefault(at, 0L)))
                .toList();
    }
}
