package io.hackhub.http.statistics;

import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.access.Action;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.statistics.Figures;
import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.shared.RateLimits.Limit;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.server.Route;

/// `GET /hackathons/{id}/statistics`, for its organizers.
public final class StatisticsRoutes {

    /// It counts over tables: a page that asks each five seconds, in a few tabs, and not more.
    static final Limit LIMIT = new Limit("statistics", 120, Duration.ofMinutes(1));

    private final Visits visits;
    private final RateLimits limits;
    private final Function<HackathonId, CompletionStage<Figures>> figures;

    public StatisticsRoutes(Visits visits, RateLimits limits, Function<HackathonId, CompletionStage<Figures>> figures) {
        this.visits = visits;
        this.limits = limits;
        this.figures = figures;
    }

    public Route routes() {
        return path(
                segment("hackathons").slash(segment()).slash("statistics"), hackathon -> get(() -> show(hackathon)));
    }

    private Route show(String hackathon) {
        return visits.signedIn(
                hackathon,
                visit -> limits.byUser(
                        LIMIT,
                        visit.caller(),
                        () -> visits.may(
                                Action.SEE_STATISTICS, visit, () -> onSuccess(figures.apply(visit.id()), Json::ok))));
    }
}
