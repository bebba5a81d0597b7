package io.hackhub.cluster;

import io.hackhub.cluster.Settings.Http;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Where we listen for people and what they are told. Beyond loopback only over https, unless the operator says
/// that it is meant: a session cookie and a password would travel in the clear.
final class HttpReader {

    private static final String PUBLIC_URL = "HACKHUB_PUBLIC_URL";
    private static final String LIVE_PATH = "/api/v1/live";

    private final Variables variables;

    HttpReader(Variables variables) {
        this.variables = variables;
    }

    Http read() {
        var host = SettingsReader.host(variables, "HACKHUB_HTTP_HOST");
        int port = SettingsReader.port(variables, "HACKHUB_HTTP_PORT", 8080);
        int livePort = SettingsReader.port(variables, "HACKHUB_LIVE_PORT", 8081);
        boolean loopback = is(host, InetAddress::isLoopbackAddress);
        boolean insecure = variables.flag("HACKHUB_INSECURE_HTTP", false);
        var publicUrl = publicUrl(host, port);
        if (!loopback && !insecure && !"https".equals(publicUrl.getScheme())) {
            variables.error(
                    "HACKHUB_HTTP_HOST",
                    host,
                    "a loopback address, or an https HACKHUB_PUBLIC_URL, or HACKHUB_INSECURE_HTTP=true");
        }
        if (is(host, InetAddress::isAnyLocalAddress) && !variables.given(PUBLIC_URL)) {
            variables.error(PUBLIC_URL, "", "the address that people reach %s:%d at".formatted(host, port));
        }
        return new Http(
                host,
                port,
                livePort,
                publicUrl,
                liveUrl(publicUrl, livePort),
                loopback,
                insecure,
                allowedOrigins(publicUrl, loopback),
                variables.list(
                        "HACKHUB_TRUSTED_PROXIES",
                        List.of(),
                        "addresses or ranges as in 10.0.0.0/8",
                        HttpReader::addressRange));
    }

    private static Optional<String> addressRange(String text) {
        var parts = text.split("/", 2);
        try {
            int width = InetAddress.ofLiteral(parts[0]).getAddress().length * 8;
            boolean fits =
                    parts.length == 1 || Variables.number(parts[1], width).isPresent();
            return fits ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException notALiteral) {
            return Optional.empty();
        }
    }

    private URI publicUrl(String host, int port) {
        var derived = URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port));
        return variables.read(
                PUBLIC_URL,
                derived,
                "an http or https address without a path",
                value -> url(value, Set.of("http", "https")).flatMap(HttpReader::withoutPath));
    }

    private static Optional<URI> withoutPath(URI url) {
        boolean bare = url.getRawPath().isEmpty() || url.getRawPath().equals("/");
        return bare && url.getRawQuery() == null ? Optional.of(URI.create(origin(url))) : Optional.empty();
    }

    private URI liveUrl(URI publicUrl, int livePort) {
        boolean https = "https".equals(publicUrl.getScheme());
        var derived = https
                ? URI.create("wss://" + publicUrl.getRawAuthority() + LIVE_PATH)
                : URI.create("ws://%s:%d%s".formatted(publicUrl.getHost(), livePort, LIVE_PATH));
        return variables.read(
                "HACKHUB_LIVE_URL", derived, "a ws or wss address", value -> url(value, Set.of("ws", "wss")));
    }

    private List<String> allowedOrigins(URI publicUrl, boolean loopback) {
        int port = publicUrl.getPort();
        boolean told = variables.given(PUBLIC_URL);
        var derived = loopback && !told
                ? List.of("http://127.0.0.1:" + port, "http://localhost:" + port)
                : List.of(origin(publicUrl));
        return variables.list(
                "HACKHUB_ALLOWED_ORIGINS",
                derived,
                "origins as in https://hackhub.example",
                value -> url(value, Set.of("http", "https"))
                        .flatMap(HttpReader::withoutPath)
                        .map(HttpReader::origin));
    }

    private static String origin(URI url) {
        return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    private static Optional<URI> url(String text, Set<String> schemes) {
        try {
            var url = new URI(text);
            boolean fits = url.getScheme() != null
                    && schemes.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null;
            return fits ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean is(String host, Predicate<InetAddress> property) {
        try {
            return property.test(InetAddress.getByName(host));
        } catch (UnknownHostException alreadyRefused) {
            return false;
        }
    }
}
