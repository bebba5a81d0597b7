package io.hackhub.cluster;

import io.hackhub.cluster.Settings.Admin;
import io.hackhub.cluster.Settings.ExternalDatabase;
import io.hackhub.cluster.Settings.Management;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From variables to [Settings]: defaults, checks, and what follows from each other. Port 0 becomes a free one here,
/// because the addresses that people are told contain it.
final class SettingsReader {

    private static final String JWT_SECRET = "HACKHUB_JWT_SECRET";
    private static final String DATABASE_URL = "HACKHUB_DATABASE_URL";
    private static final String HOST = "a host name or address of this machine";

    private final Variables variables;

    SettingsReader(Map<String, String> environment) {
        this.variables = new Variables(environment);
    }

    Settings read() {
        var database = database();
        var telemetry = new TelemetryReader(variables);
        boolean embedded = !variables.given(DATABASE_URL);
        var settings = new Settings(
                new HttpReader(variables).read(),
                new Management(
                        host(variables, "HACKHUB_MANAGEMENT_HOST"),
                        port(variables, "HACKHUB_MANAGEMENT_PORT", 8558),
                        variables.flag("HACKHUB_CLUSTER_CONTROL", false)),
                new ClusterReader(variables).read(),
                data(),
                database,
                admin(),
                jwtSecret(embedded),
                variables.flag("HACKHUB_VERIFY_ORGANIZATIONS", !embedded),
                variables.flag("HACKHUB_VERIFY_EMAIL", !embedded),
                variables.flag("HACKHUB_DEMO"),
                rateLimits(),
                telemetry.tracing());
        telemetry.checkLog();
        variables.check();
        return settings;
    }

    static int port(Variables variables, String name, int whenAbsent) {
        int port = variables.port(name, whenAbsent);
        return port == 0 ? Ports.free() : port;
    }

    static String host(Variables variables, String name) {
        return variables.read(
                name, "127.0.0.1", HOST, value -> resolves(value) ? Optional.of(value) : Optional.empty());
    }

    private static boolean resolves(String host) {
        try {
            InetAddress.getByName(host);
            return true;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private Path data() {
        return variables.read(
                "HACKHUB_DATA",
                Path.of(System.getProperty("user.home"), ".hackhub"),
                "a folder",
                SettingsReader::folder);
    }

    private static Optional<Path> folder(String text) {
        try {
            var path =
                    text.startsWith("~/") ? Path.of(System.getProperty("user.home"), text.substring(2)) : Path.of(text);
            return Optional.of(path.toAbsolutePath().normalize());
        } catch (InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<ExternalDatabase> database() {
        var url = variables.read(
                DATABASE_URL,
                Optional.<String>empty(),
                "jdbc:postgresql://host:port/database, without user and password",
                value -> plainJdbcUrl(value) ? Optional.of(Optional.of(value)) : Optional.empty());
        if (!variables.given(DATABASE_URL)) {
            for (var orphan : List.of("HACKHUB_DATABASE_USER", "HACKHUB_DATABASE_PASSWORD")) {
                if (variables.given(orphan)) {
                    variables.error(DATABASE_URL, "", "an address, as " + orphan + " is set");
                }
            }
            return Optional.empty();
        }
        if (!variables.given("HACKHUB_DATABASE_USER")) {
            variables.error("HACKHUB_DATABASE_USER", "", "the user to sign in to HACKHUB_DATABASE_URL as");
        }
        return url.map(address -> new ExternalDatabase(
                address,
                variables.text("HACKHUB_DATABASE_USER").orElse(""),
                variables.secret("HACKHUB_DATABASE_PASSWORD").orElse(new Secret(""))));
    }

    private static boolean plainJdbcUrl(String url) {
        return url.startsWith("jdbc:postgresql://") && !url.matches(".*[?&](user|password)=.*") && !url.contains("@");
    }

    private Optional<Admin> admin() {
        var email = variables.read(
                "HACKHUB_ADMIN_EMAIL",
                Optional.<String>empty(),
                "an e-mail address",
                value -> value.matches("[^@\\s]+@[^@\\s]+") ? Optional.of(Optional.of(value)) : Optional.empty());
        var password = variables.secret("HACKHUB_ADMIN_PASSWORD");
        if (variables.given("HACKHUB_ADMIN_EMAIL") != password.isPresent()) {
            variables.error(
                    password.isPresent() ? "HACKHUB_ADMIN_EMAIL" : "HACKHUB_ADMIN_PASSWORD",
                    "",
                    "both of them or neither");
        }
        password.map(secret -> secret.value().length())
                .filter(length -> length < 12 || length > 128)
                .ifPresent(_ -> variables.error("HACKHUB_ADMIN_PASSWORD", "(secret)", "12 to 128 characters"));
        return email.flatMap(address -> password.map(secret -> new Admin(address, secret)));
    }

    /// Its form is the business of who signs with it.
    private Optional<Secret> jwtSecret(boolean embedded) {
        var secret = variables.secret(JWT_SECRET);
        if (secret.isEmpty() && !embedded) {
            variables.error(JWT_SECRET, "", "32 bytes or more: required with " + DATABASE_URL);
        }
        return secret;
    }

    private boolean rateLimits() {
        return variables.read("HACKHUB_RATE_LIMITS", true, "on or off", value -> switch (value) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        });
    }
}
