package io.hackhub.core.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// How a hackathon is doing: at most [#MOST_POINTS] points a curve, each curve the oldest first.
///
/// @param registrations how many had come by then, counted under what they are now
/// @param messages written in each of the last sixty minutes, in the hackathon's chat and its teams'
/// @param present connections that follow the hackathon at this moment
/// @param submissions how many projects had been handed in by then
public record Figures(
        List<Coming> registrations, List<Count> messages, int present, Teams teams, List<Count> submissions) {

    /// The longest that a curve gets.
    public static final int MOST_POINTS = 200;

    public Figures {
        registrations = List.copyOf(registrations);
        messages = List.copyOf(messages);
        submissions = List.copyOf(submissions);
    }

    /// Who had registered by then.
    public record Coming(Instant at, long registered, long waitlisted, long cancelled) {}

    /// So many, at or by then.
    public record Count(Instant at, long count) {}

    /// How many teams there are in each status.
    public record Teams(Map<String, Long> byStatus) {
        public Teams {
            byStatus = Map.copyOf(byStatus);
        }
    }
}
