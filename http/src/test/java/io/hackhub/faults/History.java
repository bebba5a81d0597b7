package io.hackhub.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.system.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What clients did and saw, a line each with its time and then JSON, in the order in which each client did it.
public sealed interface History {

    /// A command was sent for the first time; `n` counts the author's commands.
    record Invoked(String author, long n, String channel, String cid) implements History {}

    /// The same command was sent once more: what became of the sending before is not known, or it was refused.
    record Resent(String author, String cid) implements History {}

    /// The server said that it is committed.
    record Acknowledged(String author, String cid, long seq, boolean duplicate) implements History {}

    /// The server refused it; the client sends it again if it may.
    record Failed(String author, String cid, String code, boolean retryable) implements History {}

    /// A reader applied an event.
    record Applied(String reader, String channel, long seq, String cid) implements History {}

    /// A step and when it was, in milliseconds of the epoch.
    record Timed(long at, History step) {}

    static List<History> read(Path file) throws IOException {
        return timed(file).stream().map(Timed::step).toList();
    }

    static List<Timed> timed(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> {
                        int end = line.indexOf('\t');
                        return new Timed(Long.parseLong(line, 0, end, 10), parse(line.substring(end + 1)));
                    })
                    .toList();
        }
    }

    default String line(long at) {
        return at + "\t" + json();
    }

    private String json() {
        var json = Api.JSON.createObjectNode();
        switch (this) {
            case Invoked it ->
                json.put("op", "invoked")
                        .put("who", it.author())
                        .put("n", it.n())
                        .put("channel", it.channel())
                        .put("cid", it.cid());
            case Resent it -> json.put("op", "resent").put("who", it.author()).put("cid", it.cid());
            case Acknowledged it ->
                json.put("op", "acknowledged")
                        .put("who", it.author())
                        .put("cid", it.cid())
                        .put("seq", it.seq())
                        .put("duplicate", it.duplicate());
            case Failed it ->
                json.put("op", "failed")
                        .put("who", it.author())
                        .put("cid", it.cid())
                        .put("code", it.code())
                        .put("retryable", it.retryable());
            case Applied it ->
                json.put("op", "applied")
                        .put("who", it.reader())
                        .put("channel", it.channel())
                        .put("seq", it.seq())
                        .put("cid", it.cid());
        }
        return json.toString();
    }

    private static History parse(String line) {
        JsonNode json;
        try {
            json = Api.JSON.readTree(line);
        } catch (IOException broken) {
            throw new IllegalArgumentException("history: '%s' (expected: JSON)".formatted(line), broken);
        }
        var who = json.path("who").asText();
        var channel = json.path("channel").asText();
        var cid = json.path("cid").asText();
        var seq = json.path("seq").asLong();
        return switch (json.path("op").asText()) {
            case "invoked" -> new Invoked(who, json.path("n").asLong(), channel, cid);
            case "resent" -> new Resent(who, cid);
            case "acknowledged" ->
                new Acknowledged(who, cid, seq, json.path("duplicate").asBoolean());
            case "failed" ->
                new Failed(
                        who,
                        cid,
                        json.path("code").asText(),
                        json.path("retryable").asBoolean());
            case "applied" -> new Applied(who, channel, seq, cid);
            default -> throw new IllegalArgumentException("history: '%s' (expected: a known op)".formatted(line));
        };
    }
}
