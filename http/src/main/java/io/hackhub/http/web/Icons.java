package io.hackhub.http.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Collectors;

/// The icons that the client names in `design/icons.txt`, out of the Lucide package, as one module of Lit templates:
/// they come with the page, and nothing flickers in later.
final class Icons {

    private static final String PACKAGE = "META-INF/maven/org.webjars.npm/lucide-static/pom.properties";

    private final ClassLoader loader;
    private final String version;

    Icons(ClassLoader loader) {
        this.loader = loader;
        var properties = new Properties();
        try (var in = loader.getResourceAsStream(PACKAGE)) {
            if (in == null) {
                throw new IllegalStateException(PACKAGE + ": missing (expected: on the class path)");
            }
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        this.version = properties.getProperty("version");
    }

    /// The module, from a list of names, one a line.
    String module(String names) {
        return names.lines()
                .map(name -> "  \"%s\": svg`%s`,\n".formatted(name, shape(name)))
                .collect(Collectors.joining(
                        "",
                        "import { svg } from \"lit\";\n/* Lucide, ISC License */\nexport const shapes = {\n",
                        "};\n"));
    }

    private String shape(String name) {
        try (var in = loader.getResourceAsStream(
                "META-INF/resources/webjars/lucide-static/%s/icons/%s.svg".formatted(version, name))) {
            if (in == null) {
                throw new IllegalStateException(
                        "design/icons.txt: no such icon in Lucide %s: %s".formatted(version, name));
            }
            var svg = new String(in.readAllBytes(), UTF_8);
            var inside = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
            return inside.replaceAll("\\s*\\n\\s*", "").strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
