package io.hackhub.load.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A file with a line of JSON for each run; only ever added to.
public final class Results {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public Results(Path file) {
        this.file = file;
    }

    public void add(Result result) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, JSON.writeValueAsString(result) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public List<Result> all() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Results::parse).toList()
                    : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Result parse(String line) {
        try {
            return JSON.readValue(line, Result.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
