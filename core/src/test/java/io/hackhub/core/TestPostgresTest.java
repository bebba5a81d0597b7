package io.hackhub.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void aDatabaseIsMigratedAndEmpty() {
        try (var postgres = TestPostgres.create()) {
            var events = postgres.database().now(db -> {
                try (var rows = db.createStatement().executeQuery("select count(*) from event_journal")) {
                    rows.next();
                    return rows.getLong(1);
                }
            });

            assertThat(events).isZero();
        }
    }
}
