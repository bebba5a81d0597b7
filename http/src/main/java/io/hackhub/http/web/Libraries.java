package io.hackhub.http.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The libraries that the client uses and that are not in its bundle, out of the jars that brought them. Their folders
/// carry their versions, so their addresses are good for ever; each jar says in `META-INF/importmap.json` how its
/// modules are named.
record Libraries(SortedMap<String, String> imports, SortedMap<String, byte[]> files) {

    private static final String FONTS = "@fontsource/inter";

    /// What the build bundles.
    private static final Set<String> BUNDLED =
            Set.of("lit", "lit-html", "lit-element", "@lit/reactive-element", "marked");

    /// The font's weights that the client uses, for the scripts of its languages.
    private static final Pattern FONT = Pattern.compile(".*/inter-latin-(400|600)-normal\\.woff2");

    /// Prism's core, and the languages that it colours (`markdown/highlight.js` says which need which).
    private static final List<String> PRISM = List.of(
            "core",
            "markup",
            "css",
            "clike",
            "javascript",
            "typescript",
            "java",
            "kotlin",
            "csharp",
            "c",
            "cpp",
            "go",
            "rust",
            "python",
            "ruby",
            "bash",
            "sql",
            "json",
            "yaml",
            "diff",
            "docker");

    private record ImportMapFile(Map<String, String> imports) {}

    /// @param bundled whether the client's modules bring along what the build bundles
    static Libraries load(ClassLoader loader, boolean bundled) {
        var imports = new TreeMap<String, String>();
        var files = new TreeMap<String, byte[]>();
        try {
            for (var map : Collections.list(loader.getResources("META-INF/importmap.json"))) {
                var named = named(map);
                var modules = !bundled && named.keySet().stream().anyMatch(BUNDLED::contains);
                if (modules) {
                    imports.putAll(named);
                }
                if (modules || named.containsKey(FONTS)) {
                    ClassPathFolder.beside(map, "resources").forEach((path, body) -> {
                        if (served(path)) {
                            files.put("/" + path, body);
                        }
                    });
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        addPrism(loader, imports, files);
        return new Libraries(imports, files);
    }

    private static void addPrism(ClassLoader loader, Map<String, String> imports, Map<String, byte[]> files) {
        var prism = Webjar.find(loader, "prismjs");
        for (var part : PRISM) {
            var path = "components/prism-%s.min.js".formatted(part);
            imports.put("prismjs/" + part, prism.address(path));
            files.put(prism.address(path), prism.read(path));
        }
    }

    private static Map<String, String> named(URL map) throws IOException {
        try (var json = map.openStream()) {
            return new ObjectMapper().readValue(json, ImportMapFile.class).imports();
        }
    }

    private static boolean served(String path) {
        var module = path.endsWith(".js") || path.endsWith(".mjs");
        if (FONT.matcher(path).matches()) {
            return true;
        }
        return module && !path.contains("/node/") && !path.contains("/development/") && !path.contains("/bin/");
    }
}
