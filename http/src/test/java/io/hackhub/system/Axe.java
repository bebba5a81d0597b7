package io.hackhub.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// axe-core (https://github.com/dequelabs/axe-core), run in a page as it stands.
final class Axe {

    private static final String RUN = """
            async () => JSON.stringify((await axe.run(document, { resultTypes: ["violations"] })).violations
              .map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 4).map(({ html, failureSummary }) => html.slice(0, 160) + " — " + failureSummary.split("\\n")[1]) })))""";

    private Axe() {}

    /// What is wrong on the page, a line each; empty = nothing that axe finds.
    static List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(source());
        }
        try {
            var found = new ArrayList<String>();
            for (var violation : new ObjectMapper().readTree((String) page.evaluate(RUN))) {
                found.add(violation.path("id").asText() + ": "
                        + violation.path("help").asText() + " " + violation.path("nodes"));
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String source() {
        try (var in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
