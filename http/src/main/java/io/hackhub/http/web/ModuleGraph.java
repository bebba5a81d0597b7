package io.hackhub.http.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a module imports, and what that imports: told to the browser at once, so that it need not find out file by
/// file.
final class ModuleGraph {

    /// Static imports and re-exports, also minified ones; `import(…)` is loaded when needed and is not followed.
    private static final Pattern IMPORT =
            Pattern.compile("(?:\\bfrom\\s*|\\bimport\\s*)\"([^\"]+)\"|(?:\\bfrom\\s*|\\bimport\\s*)'([^']+)'");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private final Map<String, byte[]> files;
    private final Map<String, String> imports;

    ModuleGraph(Map<String, byte[]> files, Map<String, String> imports) {
        this.files = files;
        this.imports = imports;
    }

    /// The logical addresses of everything that `entry` needs, itself first.
    Set<String> from(String entry) {
        var seen = new LinkedHashSet<String>();
        follow(entry, seen);
        return seen;
    }

    private void follow(String address, Set<String> seen) {
        var body = files.get(address);
        if (body == null || !seen.add(address)) {
            return;
        }
        var matcher = IMPORT.matcher(code(address, body));
        while (matcher.find()) {
            var specifier = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            resolve(address, specifier).ifPresent(next -> follow(next, seen));
        }
    }

    /// Of our own files without comments, where types are imported; the libraries' are minified.
    private static String code(String address, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return address.startsWith("/assets/") ? COMMENT.matcher(text).replaceAll("") : text;
    }

    private Optional<String> resolve(String from, String specifier) {
        if (specifier.startsWith(".")) {
            return Optional.of(URI.create(from).resolve(specifier).toString());
        }
        var exact = imports.get(specifier);
        if (exact != null) {
            return Optional.of(exact);
        }
        return imports.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/") && specifier.startsWith(entry.getKey()))
                .map(entry ->
                        entry.getValue() + specifier.substring(entry.getKey().length()))
                .findFirst();
    }
}
