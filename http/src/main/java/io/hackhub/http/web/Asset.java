package io.hackhub.http.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// One file as it is sent: its bytes, the same compressed where that helps, and whether its address changes with its
/// content (then it may be kept for ever).
final class Asset {

    private static final int WORTH_COMPRESSING = 512;

    private static final Set<String> COMPRESSED_ALREADY = Set.of("image/png", "font/woff2");

    final String contentType;
    final byte[] body;
    final Optional<byte[]> gzipped;

    /// As the build compressed it (`Compress`); it does not, where the client is served from its source.
    final Optional<byte[]> brotli;

    final String etag;
    final boolean immutable;

    private Asset(
            String contentType, byte[] body, Optional<byte[]> gzipped, Optional<byte[]> brotli, boolean immutable) {
        this.contentType = contentType;
        this.body = body;
        this.gzipped = gzipped;
        this.brotli = brotli;
        this.etag = Hashes.name(body);
        this.immutable = immutable;
    }

    /// @param brotli what the build compressed, by the hash of what is in it
    static Asset create(String path, byte[] body, boolean immutable, Map<String, byte[]> brotli) {
        var type = contentType(path);
        if (body.length < WORTH_COMPRESSING || COMPRESSED_ALREADY.contains(type)) {
            return new Asset(type, body, Optional.empty(), Optional.empty(), immutable);
        }
        var small = Optional.ofNullable(brotli.get(Hashes.name(body)));
        return new Asset(type, body, Optional.of(gzip(body)), small, immutable);
    }

    boolean compressible() {
        return gzipped.isPresent();
    }

    private static String contentType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "js", "mjs" -> "text/javascript; charset=UTF-8";
            case "css" -> "text/css; charset=UTF-8";
            case "html" -> "text/html; charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "woff2" -> "font/woff2";
            case "webmanifest" -> "application/manifest+json";
            case "txt" -> "text/plain; charset=UTF-8";
            default -> "application/octet-stream";
        };
    }

    private static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 3);
        try (var gzip = new BestGzip(bytes)) {
            gzip.write(body);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /// Compressed once and sent often.
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
