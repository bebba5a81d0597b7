package io.hackhub.http.watch;

import com.sun.net.httpserver.HttpServer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A receiver of OTLP over HTTP: reads the Protocol Buffers that it is sent, and no library of the sender's.
public final class Collector implements AutoCloseable {

    /// What was received, ids in hexadecimal digits.
    public record Span(
            String trace, String id, String parent, String name, long began, long ended, Map<String, String> with) {}

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<String> resources = new CopyOnWriteArrayList<>();

    public Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            request(Unpooled.wrappedBuffer(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
    }

    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /// `name=value` of whoever sent.
    public List<String> resources() {
        return List.copyOf(resources);
    }

    private void request(ByteBuf body) {
        for (var sender : new Message(body).messages(1)) {
            sender.messages(1)
                    .forEach(self ->
                            attributes(self.messages(1)).forEach((name, value) -> resources.add(name + "=" + value)));
            sender.messages(2).forEach(scope -> scope.messages(2).forEach(span -> spans.add(span(span))));
        }
    }

    private static Span span(Message it) {
        return new Span(
                it.hex(1), it.hex(2), it.hex(4), it.text(5), it.number(7), it.number(8), attributes(it.messages(9)));
    }

    private static Map<String, String> attributes(List<Message> pairs) {
        var all = new HashMap<String, String>();
        for (var pair : pairs) {
            for (var value : pair.messages(2)) {
                all.put(pair.text(1), value.has(1) ? value.text(1) : Long.toString(value.number(3)));
            }
        }
        return all;
    }

    /// Fields by their number.
    private static final class Message {
        private final Map<Integer, List<Object>> fields = new HashMap<>();

        Message(ByteBuf bytes) {
            var in = bytes.duplicate();
            while (in.isReadable()) {
                int tag = (int) varint(in);
                Object value = switch (tag & 7) {
                    case VARINT -> varint(in);
                    case FIXED_64 -> in.readLongLE();
                    case BYTES -> in.readSlice((int) varint(in));
                    default -> in.readIntLE();
                };
                fields.computeIfAbsent(tag >>> 3, _ -> new ArrayList<>()).add(value);
            }
        }

        boolean has(int field) {
            return fields.containsKey(field);
        }

        List<Message> messages(int field) {
            return fields.getOrDefault(field, List.of()).stream()
                    .map(it -> new Message((ByteBuf) it))
                    .toList();
        }

        long number(int field) {
            return (long) fields.getOrDefault(field, List.of(-1L)).getFirst();
        }

        String text(int field) {
            return bytes(field).toString(StandardCharsets.UTF_8);
        }

        String hex(int field) {
            return ByteBufUtil.hexDump(bytes(field));
        }

        private ByteBuf bytes(int field) {
            return (ByteBuf)
                    fields.getOrDefault(field, List.of(Unpooled.EMPTY_BUFFER)).getFirst();
        }
    }

    private static long varint(ByteBuf in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
