package io.hackhub.load.contestant;

import io.hackhub.core.account.AccessTokens;
import io.hackhub.core.account.SigningKeys;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.system.Scenario;
import io.hackhub.system.Scenario.Person;
import java.net.URI;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/// People of a HackHub, laid into its table, with tokens signed here that last for a whole run.
public final class Population {

    static final String SECRET = "a secret for HackHub in a benchmark only";

    private static final String INSERT = """
            insert into account (id, email, username, full_name, email_verified, created_at, updated_at)
            values (?, ?, ?, ?, true, ?, ?)""";
    private static final Duration LONGER = Duration.ofHours(4);

    private final BenchDatabase.Address database;
    private final AccessTokens tokens;
    private final SplittableRandom random = new SplittableRandom();
    private final List<UUID> ids = new ArrayList<>();

    public Population(BenchDatabase.Address database, String secret, URI publicUrl) {
        this.database = database;
        this.tokens = new AccessTokens(
                SigningKeys.parse(secret), publicUrl, () -> Instant.now().plus(LONGER));
    }

    /// The first `count` people, each with a token.
    synchronized List<String> tokens(int count) {
        grow(count);
        return ids.subList(0, count).stream().map(it -> token(it.toString())).toList();
    }

    /// As [#tokens], with a way to the API.
    public synchronized List<Person> people(int count, Scenario scenario) {
        grow(count);
        return IntStream.range(0, count).mapToObj(i -> person(i, scenario)).toList();
    }

    private Person person(int number, Scenario scenario) {
        var id = ids.get(number).toString();
        var token = token(id);
        return new Person(id, "load-" + number, token, "", scenario.guest().as(token));
    }

    public String token(String user) {
        return tokens.issue(UserId.of(user), new SessionId(UUID.randomUUID()), false);
    }

    String renewed(Person person) {
        return token(person.id());
    }

    private void grow(int count) {
        if (ids.size() >= count) {
            return;
        }
        try (var connection = database.connect();
                var insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            while (ids.size() < count) {
                var id = Uuids.v7(Instant.now(), random);
                var name = "load-" + ids.size();
                var now = Timestamp.from(Instant.now());
                insert.setObject(1, id);
                insert.setString(2, name + "@example.org");
                insert.setString(3, name);
                insert.setString(4, "The " + name);
                insert.setTimestamp(5, now);
                insert.setTimestamp(6, now);
                insert.addBatch();
                ids.add(id);
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
