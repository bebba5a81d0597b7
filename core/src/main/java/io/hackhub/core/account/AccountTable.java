package io.hackhub.core.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.shared.JsonMapper;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// All SQL of the `account` table. E-mail addresses and usernames are compared without regard to case.
final class AccountTable {

    static final String EMAIL_KEY = "account_email_key";
    static final String USERNAME_KEY = "account_username_key";

    /// A user with the hash of their password, which is not part of what anybody sees.
    record Credentials(User user, Optional<String> passwordHash) {}

    private static final ObjectMapper JSON = JsonMapper.create();

    private AccountTable() {}

    static User insert(Connection db, User.New user, Instant now) throws SQLException {
        var sql = """
            insert into account (id, email, username, full_name, password_hash, platform_role, email_verified, demo,
              created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
        Sql.update(
                db,
                sql,
                user.id(),
                user.email(),
                user.username(),
                user.fullName(),
                user.passwordHash(),
                user.role(),
                user.emailVerified(),
                user.demo(),
                now,
                now);
        return find(db, user.id()).orElseThrow();
    }

    static Optional<User> find(Connection db, UserId id) throws SQLException {
        return Sql.first(db, "select * from account where id = ?", AccountTable::user, id);
    }

    static List<User> findAll(Connection db, Collection<UserId> ids) throws SQLException {
        return Sql.list(db, "select * from account where id = any(?)", AccountTable::user, List.copyOf(ids));
    }

    static Optional<Credentials> findByEmail(Connection db, String email) throws SQLException {
        return Sql.first(db, "select * from account where lower(email) = lower(?)", AccountTable::credentials, email);
    }

    static List<User> findByUsernames(Connection db, Collection<String> lowerCase) throws SQLException {
        return Sql.list(
                db, "select * from account where lower(username) = any(?)", AccountTable::user, List.copyOf(lowerCase));
    }

    static Optional<User> findByName(Connection db, String emailOrUsername) throws SQLException {
        var column = emailOrUsername.contains("@") ? "email" : "username";
        var sql = "select * from account where lower(%s) = lower(?)".formatted(column);
        return Sql.first(db, sql, AccountTable::user, emailOrUsername);
    }

    /// Empty if the account is gone or no longer at `expected`.
    static Optional<User> updateProfile(
            Connection db, UserId id, User.Profile profile, OptionalLong expected, Instant now) throws SQLException {
        var sql = """
            update account set full_name = ?, bio = ?, avatar_url = ?, github_username = ?, linkedin_url = ?,
              preferences = ?::jsonb, version = version + 1, updated_at = ?
            where id = ? and version = coalesce(?::bigint, version)
            """;
        int changed = Sql.update(
                db,
                sql,
                profile.fullName(),
                profile.bio(),
                profile.avatarUrl(),
                profile.githubUsername(),
                profile.linkedinUrl(),
                write(profile.preferences()),
                now,
                id,
                expected.isPresent() ? expected.getAsLong() : null);
        return changed == 1 ? find(db, id) : Optional.empty();
    }

    static Optional<User> updateSkills(
            Connection db, UserId id, List<String> skills, OptionalLong expected, Instant now) throws SQLException {
        var sql = """
            update account set skills = ?, version = version + 1, updated_at = ?
            where id = ? and version = coalesce(?::bigint, version)
            """;
        int changed = Sql.update(db, sql, skills, now, id, expected.isPresent() ? expected.getAsLong() : null);
        return changed == 1 ? find(db, id) : Optional.empty();
    }

    static void setPassword(Connection db, UserId id, String hash, Instant now) throws SQLException {
        Sql.update(
                db,
                "update account set password_hash = ?, version = version + 1, updated_at = ? where id = ?",
                hash,
                now,
                id);
    }

    static void setVerified(Connection db, UserId id, Instant now) throws SQLException {
        Sql.update(
                db,
                "update account set email_verified = true, version = version + 1, updated_at = ?"
                        + " where id = ? and not email_verified",
                now,
                id);
    }

    static void setRole(Connection db, UserId id, PlatformRole role, Instant now) throws SQLException {
        Sql.update(
                db,
                "update account set platform_role = ?, version = version + 1, updated_at = ? where id = ?",
                role,
                now,
                id);
    }

    static void setSuspended(Connection db, UserId id, boolean suspended, Instant now) throws SQLException {
        Sql.update(
                db,
                "update account set suspended_at = ?, version = version + 1, updated_at = ? where id = ?",
                suspended ? now : null,
                now,
                id);
    }

    static boolean isEmpty(Connection db) throws SQLException {
        return Sql.first(db, "select 1 from account limit 1", row -> row.getInt(1))
                .isEmpty();
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        return new Credentials(user(row), Optional.ofNullable(row.getString("password_hash")));
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(Sql.uuid(row, "id")),
                row.getString("email"),
                row.getString("username"),
                row.getString("full_name"),
                row.getString("bio"),
                row.getString("avatar_url"),
                row.getString("github_username"),
                row.getString("linkedin_url"),
                Sql.texts(row, "skills"),
                read(row.getString("preferences")),
                PlatformRole.valueOf(row.getString("platform_role")),
                row.getBoolean("email_verified"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                row.getLong("version"),
                Sql.optionalInstant(row, "suspended_at").isPresent(),
                row.getBoolean("demo"));
    }

    private static String write(Preferences preferences) {
        try {
            return JSON.writeValueAsString(preferences);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Preferences read(String json) {
        try {
            return JSON.readValue(json, Preferences.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
