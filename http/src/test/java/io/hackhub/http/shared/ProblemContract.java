package io.hackhub.http.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/// The slugs of the REST contract, from a copy of its page: never from [Problem], which is what they hold.
public final class ProblemContract {

    private ProblemContract() {}

    public static Set<String> slugs() {
        try (InputStream list = ProblemContract.class.getResourceAsStream("/problem-slugs.txt")) {
            return Set.of(new String(list.readAllBytes(), UTF_8).strip().split("\\s+"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
