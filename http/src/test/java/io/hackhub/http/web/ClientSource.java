package io.hackhub.http.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The client's source, for tests that hold all of it to a rule.
final class ClientSource {

    static final Path FOLDER = Path.of("src/main/web");

    private ClientSource() {}

    /// All files with that ending, by path.
    static Map<String, String> files(String ending) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(FOLDER)) {
            for (var file : all.filter(it -> it.toString().endsWith(ending)).toList()) {
                files.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    /// What stands in the Lit templates of a module, without what is computed in them (which becomes `∙`).
    static List<String> templates(String module) {
        var found = new ArrayList<String>();
        for (int at = module.indexOf("html`"); at >= 0; at = module.indexOf("html`", at + 5)) {
            found.add(template(module, at + 5));
        }
        return found;
    }

    private static String template(String module, int from) {
        var text = new StringBuilder();
        int at = from;
        while (module.charAt(at) != '`') {
            if (module.startsWith("${", at)) {
                at = afterExpression(module, at + 2);
                text.append('∙');
            } else {
                text.append(module.charAt(at++));
            }
        }
        return text.toString();
    }

    private static int afterExpression(String module, int from) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            switch (module.charAt(at)) {
                case '{' -> depth++;
                case '}' -> depth--;
                case '`' -> at = afterString(module, at + 1);
                default -> {}
            }
            at++;
        }
        return at;
    }

    /// The closing backtick of a template string that began before `from`.
    private static int afterString(String module, int from) {
        int at = from;
        while (module.charAt(at) != '`') {
            at = module.startsWith("${", at) ? afterExpression(module, at + 2) : at + 1;
        }
        return at;
    }
}
