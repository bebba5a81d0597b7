package io.hackhub.http.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.AuditLog;
import io.hackhub.core.account.Admins;
import io.hackhub.core.account.Passwords;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.shared.TestClock;
import io.hackhub.http.shared.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A demo that was ended while it was laid out.
class DemoTableTest {

    private final TestDatabase postgres = TestDatabase.create();
    private final Passwords passwords = new Passwords(1, 4);
    private final Admins admins = new Admins(postgres.database(), new TestClock(), passwords);

    @AfterEach
    void close() {
        passwords.close();
        postgres.close();
    }

    @Test
    void aHalfDemoIsClearedAndTheAuditLogStays() {
        admins.createDemoPerson(new Admins.DemoPerson("ada@demo.invalid", "ada", "Ada", Optional.empty()));
        var admin = new UserId(new UUID(0, 1));
        postgres.database().now(db -> {
            AuditLog.append(db, Instant.EPOCH, new SplittableRandom(1), admin, "organization.verify", "x", "");
            return true;
        });

        assertThat(Demo.clearHalf(postgres.database())).isTrue();

        assertThat(admins.isEmpty()).isTrue();
        assertThat(rows("audit_log")).isEqualTo(1);
        assertThat(Demo.clearHalf(postgres.database())).isFalse();
    }

    @Test
    void aFinishedDemoIsKept() {
        admins.createDemoPerson(new Admins.DemoPerson("ada@demo.invalid", "ada", "Ada", Optional.empty()));
        postgres.database()
                .now(db -> DemoTable.done(db, List.of(new Demo.Guest("organizer", "ada", "Ada")), Instant.EPOCH));

        assertThat(Demo.clearHalf(postgres.database())).isFalse();
        assertThat(rows("account")).isEqualTo(1);
    }

    private int rows(String table) {
        return postgres.database()
                .now(db -> Sql.first(db, "select count(*) as n from " + table, row -> row.getInt("n"))
                        .orElseThrow());
    }
}
