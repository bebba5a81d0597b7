package io.hackhub.http.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;

/// The real events and projects that come with the program; their source and licence stand in `demo/NOTICE.md`.
final class DemoData {

    /// Shown on the demo's pages: the licence wants it.
    static final String ATTRIBUTION =
            "Event and project data: Opendata.ch / dribdat, CC BY-SA 4.0. People, messages and scores are made up.";

    private static final String ORIGIN = "hack.opendata.ch";
    private static final int LONGEST_NAME = 80;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            String origin,
            String name,
            @JsonProperty("starts_at") String startsAt,
            @JsonProperty("ends_at") String endsAt,
            String location,
            String hostname,
            String summary,
            @JsonProperty("webpage_url") String page) {

        OffsetDateTime start() {
            return OffsetDateTime.parse(startsAt);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Project(
            String origin,
            int id,
            String name,
            String summary,
            int score,
            @JsonProperty("is_challenge") String isChallenge,
            @JsonProperty("event_name") String eventName,
            @JsonProperty("stats-people") int people) {

        String shortName() {
            var trimmed = name.strip();
            return trimmed.length() <= LONGEST_NAME ? trimmed : trimmed.substring(0, LONGEST_NAME - 1) + "…";
        }
    }

    private final List<Event> events = table("hackopendata_events.csv", Event.class);
    private final List<Project> projects = table("hackopendata_projects.csv", Project.class);

    Event event(String name) {
        return events.stream()
                .filter(it -> it.origin().equals(ORIGIN) && it.name().strip().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("demo data: no event '%s'".formatted(name)));
    }

    /// The projects of an event, challenges left out.
    List<Project> projects(String event) {
        return projects.stream()
                .filter(it -> it.origin().equals(ORIGIN)
                        && it.isChallenge().equals("False")
                        && it.eventName().strip().equals(event))
                .toList();
    }

    /// Full names of made-up people.
    static List<String> people() {
        return lines("people.txt");
    }

    /// Made-up lines of chat. A block between fences is one line with breaks.
    static List<String> chat() {
        return List.of(read("chat.txt")
                        .replaceAll("(?s)```sql\\n(.*?)\\n```", "```sql\u0001$1\u0001```")
                        .split("\\n", -1))
                .stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.replace('\u0001', '\n'))
                .toList();
    }

    private static List<String> lines(String file) {
        return read(file).lines().filter(line -> !line.isBlank()).toList();
    }

    private static <T> List<T> table(String file, Class<T> type) {
        var reader =
                new CsvMapper().readerFor(type).with(CsvSchema.emptySchema().withHeader());
        try (var rows = open(file);
                var values = reader.<T>readValues(rows)) {
            return values.readAll();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(String file) {
        try (var stream = open(file)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream open(String file) {
        var stream = DemoData.class.getResourceAsStream("/demo/" + file);
        if (stream == null) {
            throw new IllegalStateException("demo data: %s is not in the program".formatted(file));
        }
        return stream;
    }
}
