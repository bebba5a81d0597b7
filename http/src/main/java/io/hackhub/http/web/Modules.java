package io.hackhub.http.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The client's own modules in the form in which they are served: bundled by the build, or as they lie in the source,
/// for those who work on them.
///
/// @param entry the address of the module that starts the client
/// @param preloads what the entry imports, and what that imports: told to the browser at once, so that it need not
///     find out file by file
/// @param imports from what the source calls a module to its address
/// @param files bodies by address; an address carries its content's hash
record Modules(
        String entry, List<String> preloads, SortedMap<String, String> imports, SortedMap<String, byte[]> files) {

    private static final String ENTRY = "app/main.js";

    /// What the bundler tells of its work, <https://esbuild.github.io/api/#metafile>. It stands beside the bundle.
    private static final String METAFILE = "bundle.json";

    private static final String FOLDER = "/assets/";

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Metafile(Map<String, Output> outputs) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Output(@Nullable String entryPoint, List<Import> imports) {

        boolean starts(String module) {
            return entryPoint != null && entryPoint.endsWith(module);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Import(String path, String kind, boolean external) {

        /// Needed before the importing module runs; the others are loaded when they are wanted.
        boolean atOnce() {
            return kind.equals("import-statement") && !external;
        }
    }

    /// Whether they bring along the libraries that they import.
    boolean bundled() {
        return imports.isEmpty();
    }

    /// @param own all of the client's files, by path
    static Modules of(SortedMap<String, byte[]> own) {
        var metafile = own.get(METAFILE);
        return metafile == null ? source(own) : bundle(own, metafile);
    }

    private static Modules bundle(SortedMap<String, byte[]> own, byte[] metafile) {
        var outputs = read(metafile).outputs();
        var files = new TreeMap<String, byte[]>();
        outputs.keySet().forEach(output -> files.put(address(output), body(own, "bundle/" + name(output))));
        var entry = outputs.entrySet().stream()
                .filter(it -> it.getValue().starts(ENTRY))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the bundle has no " + ENTRY));
        var needed = new LinkedHashSet<String>();
        follow(entry, outputs, needed);
        needed.remove(entry);
        return new Modules(address(entry), needed.stream().map(Modules::address).toList(), new TreeMap<>(), files);
    }

    private static void follow(String output, Map<String, Output> outputs, Set<String> seen) {
        var it = outputs.get(output);
        if (it != null && seen.add(output)) {
            it.imports().stream().filter(Import::atOnce).forEach(next -> follow(next.path(), outputs, seen));
        }
    }

    private static Modules source(SortedMap<String, byte[]> own) {
        var imports = new TreeMap<String, String>();
        var files = new TreeMap<String, byte[]>();
        own.forEach((path, body) -> {
            if (path.endsWith(".js") && !path.equals(Worker.SOURCE)) {
                var address = Hashes.address(path, body);
                imports.put(FOLDER + path, address);
                files.put(address, body);
            }
        });
        var entry = imports.get(FOLDER + ENTRY);
        if (entry == null) {
            throw new IllegalStateException("the source has no " + ENTRY);
        }
        return new Modules(entry, List.of(), imports, files);
    }

    private static String address(String output) {
        return FOLDER + name(output);
    }

    private static String name(String output) {
        return output.substring(output.lastIndexOf('/') + 1);
    }

    private static byte[] body(SortedMap<String, byte[]> own, String path) {
        var body = own.get(path);
        if (body == null) {
            throw new IllegalStateException("web/%s: missing, and %s names it".formatted(path, METAFILE));
        }
        return body;
    }

    private static Metafile read(byte[] json) {
        try {
            return new ObjectMapper().readValue(json, Metafile.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
