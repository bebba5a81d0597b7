package io.hackhub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.system.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One HackHub with a PostgreSQL of its own: clients in a process of their own post at full speed while it is ended by
/// kill -9 and started again, in every second round together with all of its PostgreSQL. `-Dhackhub.crash.rounds=20`
/// for the long run.
class CrashIT {

    private static final int ROUNDS = Integer.getInteger("hackhub.crash.rounds", 2);

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedMessageIsThereOnceAndInOrder() throws Exception {
        var seed = Long.getLong("hackhub.crash.seed", System.nanoTime());
        var random = new SplittableRandom(seed);
        var data = folder.resolve("data");
        var program = Program.ready(data, Program.Ports.free());
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                var delay = Duration.ofMillis(1500 + random.nextInt(2500));
                try (var crowd =
                        new Crowd(Files.createTempDirectory(folder, "round"), List.of(program), Duration.ZERO)) {
                    Breaker.pass(delay);
                    program.kill();
                    if (round % 2 == 0) {
                        program.killDatabase();
                    }
                    program = Program.ready(data, program.ports());
                    var removals = crowd.removals();
                    Breaker.pass(Duration.ofSeconds(1));
                    removals.join();
                    crowd.finish();
                    assertThat(crowd.check())
                            .as("round %d of seed %d", round, seed)
                            .isEmpty();
                    System.out.printf("round %d: %s%n", round, crowd.summary());
                }
            }
        } finally {
            program.close();
        }
    }
}
