package io.hackhub.http.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What docs/ tells those on call: the dashboard, the alerts and the handbook.
public final class Operations {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*(?![a-zA-Z0-9_]*\\s*\\()");
    private static final Pattern LISTED = Pattern.compile("^\\| `([a-z]+_[a-z_]+)", Pattern.MULTILINE);

    /// What a query may say besides metrics; `up` is Prometheus's own.
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "up");

    /// An alert's name and its query.
    public record Alert(String name, String query) {}

    private Operations() {}

    public static String handbook() {
        return read(DOCS.resolve("operations.md"));
    }

    public static List<Alert> alerts() {
        var alerts = new ArrayList<Alert>();
        for (var group :
                tree(new ObjectMapper(new YAMLFactory()), "alerts.yaml").path("groups")) {
            for (var rule : group.path("rules")) {
                alerts.add(
                        new Alert(rule.path("alert").asText(), rule.path("expr").asText()));
            }
        }
        return alerts;
    }

    public static List<String> panels() {
        var queries = new ArrayList<String>();
        tree(new ObjectMapper(), "grafana.json").findValues("expr").forEach(query -> queries.add(query.asText()));
        return queries;
    }

    /// Every metric that one of them names.
    public static Set<String> metrics() {
        var all = new TreeSet<String>();
        alerts().forEach(alert -> all.addAll(metrics(alert.query())));
        panels().forEach(query -> all.addAll(metrics(query)));
        LISTED.matcher(handbook()).results().forEach(found -> all.add(found.group(1)));
        return all;
    }

    static Set<String> metrics(String query) {
        var bare = query.replaceAll("\\{[^}]*}", "").replaceAll("\\[[^]]*]", "").replaceAll("\\bby\\s*\\([^)]*\\)", "");
        var names = new TreeSet<String>();
        NAME.matcher(bare).results().map(found -> found.group()).forEach(names::add);
        names.removeAll(WORDS);
        return names;
    }

    private static JsonNode tree(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(read(DOCS.resolve("operations").resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
