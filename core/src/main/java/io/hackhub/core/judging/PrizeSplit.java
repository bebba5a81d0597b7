package io.hackhub.core.judging;

import io.hackhub.core.shared.TeamId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who gets how much: teams on a shared rank pool the prizes of the places they take up, in minor units. Units that do
/// not
/// divide go to the largest remainder, which is the same for all of a rank, hence by id.
public final class PrizeSplit {

    public record Share(TeamId team, int rank, long amount) {}

    private PrizeSplit() {}

    /// Shares in the order of the ranks.
    ///
    /// @param ranks teams by rank, best first; more than one in a list share it
    /// @param prizes amounts by place, best first, in minor units of one currency
    public static List<Share> split(List<List<TeamId>> ranks, List<Long> prizes) {
        var shares = new ArrayList<Share>();
        for (var group : ranks) {
            int first = shares.size();
            long pool = prizes.stream()
                    .skip(first)
                    .limit(group.size())
                    .mapToLong(amount -> amount)
                    .sum();
            var byId = group.stream()
                    .sorted(Comparator.comparing(TeamId::toString))
                    .toList();
            for (int i = 0; i < byId.size(); i++) {
                long odd = i < pool % byId.size() ? 1 : 0;
                shares.add(new Share(byId.get(i), first + 1, pool / byId.size() + odd));
            }
        }
        return List.copyOf(shares);
    }
}
