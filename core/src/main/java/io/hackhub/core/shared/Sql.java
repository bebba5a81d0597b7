package io.hackhub.core.shared;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// JDBC without its ceremony: statements with `?`, parameters of our own types, rows into records. Blocking.
public final class Sql {

    /// Reads the row that the result set stands on.
    @FunctionalInterface
    public interface Row<T> {
        T from(ResultSet row) throws SQLException;
    }

    private Sql() {}

    /// Runs a statement that changes rows, and says how many.
    public static int update(Connection db, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = prepared(db, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    public static <T> List<T> list(Connection db, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = prepared(db, sql, parameters);
                var rows = statement.executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(row.from(rows));
            }
            return list;
        }
    }

    public static <T> Optional<T> first(Connection db, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        return list(db, sql, row, parameters).stream().findFirst();
    }

    /// Reads two things of each row; rows are told apart by the first.
    public static <K, V> Map<K, V> map(
            Connection db, String sql, Row<K> key, Row<V> value, @Nullable Object... parameters) throws SQLException {
        return list(db, sql, row -> Map.entry(key.from(row), value.from(row)), parameters).stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    public static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(java.sql.Timestamp::toInstant);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static PreparedStatement prepared(Connection db, String sql, @Nullable Object... parameters)
            throws SQLException {
        var statement = db.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    /// An empty list says nothing of its elements: it goes untyped, for the statement to say what they would be.
    private static void bind(PreparedStatement statement, int at, @Nullable Object parameter) throws SQLException {
        if (parameter instanceof List<?> list && list.isEmpty()) {
            statement.setObject(at, "{}", Types.OTHER);
        } else {
            statement.setObject(at, plain(statement.getConnection(), parameter));
        }
    }

    private static @Nullable Object plain(Connection db, @Nullable Object parameter) throws SQLException {
        return switch (parameter) {
            case null -> null;
            case UserId(var id) -> id;
            case OrganizationId(var id) -> id;
            case HackathonId(var id) -> id;
            case TeamId(var id) -> id;
            case SessionId(var id) -> id;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case List<?> list -> array(db, list);
            default -> parameter;
        };
    }

    /// Of texts, unless its first element is an id.
    private static Object array(Connection db, List<?> list) throws SQLException {
        var elements = new ArrayList<@Nullable Object>();
        for (var element : list) {
            elements.add(plain(db, element));
        }
        var ofIds = elements.getFirst() instanceof UUID;
        return db.createArrayOf(ofIds ? "uuid" : "text", elements.toArray());
    }
}
