package io.hackhub.http.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The web client as it is served: read once, held in memory, found by exact address and in no other way.
///
/// What goes over the wire has a content hash in its name. Style sheets become one file, in the order: tokens, base,
/// the rest by path.
public final class WebAssets {

    /// What others are made of, and is not served by itself.
    private static final Pattern SOURCES = Pattern.compile(".*\\.(css|html|txt|json|js)");

    private static final Pattern MODULE = Pattern.compile(".*\\.m?js");

    private static final Pattern FONT = Pattern.compile("\\{\\{font:([^}]+)}}");

    /// What the client calls the module of its icons, which is made here.
    private static final String ICONS = "icons";

    /// Where `Compress` puts what it makes.
    private static final String BROTLI = "brotli/";

    private final Map<String, Asset> files = new HashMap<>();
    private final Map<String, byte[]> brotli = new HashMap<>();
    private final Asset page;
    private final String importMapSource;

    private WebAssets(SortedMap<String, byte[]> own, Modules modules, Libraries libraries, Icons icons) {
        own.forEach((path, body) -> {
            if (path.startsWith(BROTLI)) {
                brotli.put(path.substring(BROTLI.length()), body);
            }
        });
        own.forEach((path, body) -> {
            if (!path.startsWith(BROTLI) && !SOURCES.matcher(path).matches()) {
                files.put("/" + path, asset(path, body, false));
            }
        });
        libraries.files().forEach((address, body) -> files.put(address, asset(address, body, true)));
        var styles = publish("hackhub.css", fonts(styles(own), libraries).getBytes(UTF_8));
        var shapes =
                publish("icons.js", icons.module(text(own, "design/icons.txt")).getBytes(UTF_8));
        modules.files().forEach((address, body) -> files.put(address, asset(address, body, true)));
        var imports = new TreeMap<>(libraries.imports());
        imports.putAll(modules.imports());
        imports.put(ICONS, shapes);
        var map = json(Map.of("imports", imports));
        this.importMapSource = Hashes.policySource(map);
        var preloads = Stream.concat(modules.preloads().stream(), Stream.of(shapes))
                .map("<link rel=\"modulepreload\" href=\"%s\">"::formatted)
                .collect(Collectors.joining("\n    "));
        var html = fonts(text(own, "index.html"), libraries)
                .replace("{{importmap}}", map)
                .replace("{{styles}}", styles)
                .replace("{{preloads}}", preloads)
                .replace("{{entry}}", modules.entry());
        var worker = Worker.create(text(own, Worker.SOURCE), html, kept());
        this.page = asset(
                "index.html", html.replace("{{version}}", worker.version()).getBytes(UTF_8), false);
        files.put(Worker.ADDRESS, asset("sw.js", worker.script().getBytes(UTF_8), false));
    }

    /// What opens without a server: all of the client, its fonts and the picture in the bar.
    private List<String> kept() {
        return files.keySet().stream()
                .filter(address -> address.startsWith("/assets/")
                        || !(MODULE.matcher(address).matches() || address.startsWith("/icons/")))
                .sorted()
                .toList();
    }

    public static WebAssets load() {
        var loader = Objects.requireNonNull(WebAssets.class.getClassLoader());
        var index = loader.getResource("web/index.html");
        if (index == null) {
            throw new IllegalStateException("web/index.html: missing (expected: on the class path)");
        }
        return create(ClassPathFolder.beside(index, "."));
    }

    /// The client out of the folder of its source, as it is now.
    static WebAssets load(Path folder) {
        try {
            return create(ClassPathFolder.read(folder));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static WebAssets create(SortedMap<String, byte[]> own) {
        var loader = Objects.requireNonNull(WebAssets.class.getClassLoader());
        var modules = Modules.of(own);
        return new WebAssets(own, modules, Libraries.load(loader, modules.bundled()), new Icons(loader));
    }

    Optional<Asset> find(String address) {
        return Optional.ofNullable(files.get(address));
    }

    Asset page() {
        return page;
    }

    Collection<Asset> all() {
        return Stream.concat(files.values().stream(), Stream.of(page)).toList();
    }

    /// What the page may do: run and style itself with its own files only, and talk to this server and the live
    /// gateway.
    public String contentSecurityPolicy(URI liveUrl) {
        var live = liveUrl.getScheme() + "://" + liveUrl.getAuthority();
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' " + importMapSource,
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self' " + live,
                "manifest-src 'self'",
                "worker-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html hackhub-worker");
    }

    private String publish(String path, byte[] body) {
        var address = Hashes.address(path, body);
        files.put(address, asset(path, body, true));
        return address;
    }

    private Asset asset(String path, byte[] body, boolean immutable) {
        return Asset.create(path, body, immutable, brotli);
    }

    private static String styles(SortedMap<String, byte[]> own) {
        var order = new ArrayList<>(List.of("design/tokens.css", "design/base.css"));
        own.keySet().stream()
                .filter(path -> path.endsWith(".css") && !order.contains(path))
                .sorted((a, b) -> Boolean.compare(b.startsWith("design/"), a.startsWith("design/")))
                .forEach(order::add);
        return order.stream().map(path -> text(own, path)).collect(Collectors.joining("\n"));
    }

    /// `{{font:name}}` in a style sheet is the address of that font's file.
    private static String fonts(String styles, Libraries libraries) {
        return FONT.matcher(styles)
                .replaceAll(found -> libraries.files().keySet().stream()
                        .filter(address -> address.endsWith("/" + found.group(1) + ".woff2"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no such font: " + found.group(1))));
    }

    private static String text(SortedMap<String, byte[]> files, String path) {
        var body = files.get(path);
        if (body == null) {
            throw new IllegalStateException("web/%s: missing (expected: on the class path)".formatted(path));
        }
        return new String(body, UTF_8);
    }

    static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
