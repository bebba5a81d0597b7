package io.hackhub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The short form of `http/faults`: a few seeds on three nodes that share a PostgreSQL. They kill a node with and
/// without telling the others, stop one for four seconds and let it go on, take the database away, and break every
/// connection.
class FaultsIT {

    private static final int NODES = 3;
    private static final long[] SEEDS = {13, 1};

    @Test
    void nothingAcknowledgedIsLostDoubledOrReorderedWhateverBreaks() {
        try (var lab = new Lab(new Loopback(), NODES)) {
            for (var seed : SEEDS) {
                var result = lab.run(Schedule.of(seed, NODES, lab.canCut()));
                System.out.println(result.json(seed, "test"));
                assertThat(result.broken()).as("seed %d%n%s", seed, lab.logs()).isEmpty();
                assertThat(result.chat().acknowledged()).isGreaterThan(100);
                assertThat(result.scores()).isPositive();
            }
        }
    }
}
