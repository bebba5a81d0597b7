package io.hackhub.http.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hackhub.core.live.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A client that may do what a WebSocket library would not let it.
final class RawClient implements AutoCloseable {

    static final int TEXT = 0x81;
    static final int CLOSE = 0x88;
    static final int PING = 0x89;
    static final int PONG = 0x8A;

    /// A frame as it came.
    record Frame(int head, Bytes payload) {
        int closeCode() {
            return ByteBuffer.wrap(payload.array()).getShort() & 0xFFFF;
        }
    }

    private final Socket socket;
    private final DataInputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
    }

    static RawClient upgraded(int port) throws IOException {
        var client = new RawClient(port);
        var answer = client.asks("GET /api/v1/live HTTP/1.1", "Sec-WebSocket-Protocol: hackhub.v1");
        if (!answer.getFirst().startsWith("HTTP/1.1 101")) {
            throw new AssertionError("answer: %s (expected: 101)".formatted(answer));
        }
        return client;
    }

    /// Sends a request that would be an upgrade, with these lines of its own, and reads the answer's head.
    List<String> asks(String requestLine, String... headers) throws IOException {
        var request = new StringBuilder(requestLine).append("\r\n");
        for (var header : List.of(
                "Host: 127.0.0.1",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                "Sec-WebSocket-Version: 13")) {
            var name = header.substring(0, header.indexOf(':') + 1);
            if (List.of(headers).stream().noneMatch(it -> it.startsWith(name))) {
                request.append(header).append("\r\n");
            }
        }
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        sends(request.append("\r\n").toString().getBytes(US_ASCII));
        return head();
    }

    void sends(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    List<String> head() throws IOException {
        var lines = new ArrayList<String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(US_ASCII);
    }

    void says(int head, byte[] payload) throws IOException {
        sends(frame(head, payload, true));
    }

    void says(String text) throws IOException {
        says(TEXT, text.replace('\'', '"').getBytes(UTF_8));
    }

    /// Masked with zeroes, so that the payload stays readable.
    static byte[] frame(int head, byte[] payload, boolean masked) {
        var out = new ByteArrayOutputStream();
        out.write(head);
        var mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            out.write(mask | payload.length);
        } else if (payload.length < 65_536) {
            out.write(mask | 126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        } else {
            out.write(mask | 127);
            for (var shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) payload.length >> shift));
            }
        }
        if (masked) {
            out.writeBytes(new byte[4]);
        }
        out.writeBytes(payload);
        return out.toByteArray();
    }

    Frame next() throws IOException {
        var head = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        var payload = new byte[(int) length];
        in.readFully(payload);
        return new Frame(head, new Bytes(payload));
    }

    /// Reads on until the server closes, and answers its code.
    int closeCode() throws IOException {
        for (var frame = next(); ; frame = next()) {
            if (frame.head() == CLOSE) {
                return frame.closeCode();
            }
        }
    }

    /// Whether the server ends the connection, in whichever way.
    boolean isEnded() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    void hangsUp() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
