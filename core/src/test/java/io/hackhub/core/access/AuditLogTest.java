package io.hackhub.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

    private static final TestPostgres postgres = TestPostgres.create();
    private static final UserId ADMIN = new UserId(new UUID(1, 1));
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

    @AfterAll
    static void close() {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_log set actor = gen_random_uuid()", "delete from audit_log", "truncate audit_log"})
    void whatIsWrittenStays(String tampering) {
        var database = postgres.database();
        database.now(db -> {
            AuditLog.append(db, AT, new SplittableRandom(), ADMIN, "team.edit", "team/x", "");
            return true;
        });

        assertThatThrownBy(() -> database.now(db -> Sql.update(db, tampering))).hasMessageContaining("append-only");
        List<String> entries = database.now(db ->
                Sql.list(db, "select * from audit_log", row -> Sql.instant(row, "at") + " " + Sql.uuid(row, "actor")));
        assertThat(entries).isNotEmpty().containsOnly(AT + " " + ADMIN);
    }
}
