package io.hackhub.http.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;

/// The icons that the client names in `design/icons.txt`, out of the Lucide package, as one module of Lit templates
/// (it is given Lit's `svg`, so that there is one Lit): they come with the page, and nothing flickers in later.
final class Icons {

    private final Webjar lucide;

    Icons(ClassLoader loader) {
        this.lucide = Webjar.find(loader, "lucide-static");
    }

    /// The module, from a list of names, one a line.
    String module(String names) {
        return names.lines()
                .map(name -> "  \"%s\": svg`%s`,\n".formatted(name, shape(name)))
                .collect(Collectors.joining(
                        "", "/* Lucide, ISC License */\nexport const shapesOf = (svg) => ({\n", "});\n"));
    }

    private String shape(String name) {
        var svg = new String(lucide.read("icons/" + name + ".svg"), UTF_8);
        var inside = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
        return inside.replaceAll("\\s*\\n\\s*", "").strip();
    }
}
