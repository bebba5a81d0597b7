package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequestEntity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.shared.JsonMapper;
import io.hackhub.http.shared.Problems.FieldError;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.util.ByteString;

/// JSON in and out. A body is a record: components that are not `@Nullable` are required, unknown fields are ignored,
/// nothing is coerced.
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.create();

    private Json() {}

    /// Reads the body: 415 if it is not JSON, 413 over 1 MiB, 400 if it is malformed, 422 if it does not fit `type`.
    public static <T> Route body(Class<T> type, Function<T, Route> inner) {
        return ofJson(Bodies.whole(bytes -> parse(bytes, type, inner)));
    }

    /// As [#body], for the few routes that also work without one.
    public static <T> Route optionalBody(Class<T> type, Function<Optional<T>, Route> inner) {
        return extractRequestEntity(entity -> entity.isKnownEmpty()
                ? inner.apply(Optional.empty())
                : body(type, body -> inner.apply(Optional.of(body))));
    }

    public static Route ok(Object body, HttpHeader... headers) {
        return answer(StatusCodes.OK, body, headers);
    }

    public static Route answer(StatusCode status, Object body, HttpHeader... headers) {
        return complete(HttpResponse.create()
                .withStatus(status)
                .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, bytes(body)))
                .addHeaders(Arrays.asList(headers)));
    }

    public static Route noContent() {
        return complete(HttpResponse.create().withStatus(StatusCodes.NO_CONTENT));
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a view of ours cannot be written", impossible);
        }
    }

    static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        return MAPPER.readValue(bytes, type);
    }

    private static Route ofJson(Route inner) {
        return extractRequestEntity(entity -> isJson(entity.getContentType().mediaType())
                ? inner
                : Problems.problem(Problem.UNSUPPORTED_MEDIA_TYPE, "Send application/json."));
    }

    private static boolean isJson(MediaType type) {
        return type.mainType().equals("application")
                && (type.subType().equals("json") || type.subType().endsWith("+json"));
    }

    private static <T> Route parse(ByteString bytes, Class<T> type, Function<T, Route> inner) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(bytes.toArray());
        } catch (IOException malformed) {
            return Problems.problem(Problem.UNREADABLE, "The body is not JSON that we can read.");
        }
        if (!tree.isObject() || !Shape.readable(tree)) {
            return Problems.problem(Problem.UNREADABLE, "The body has to be one JSON object of clean UTF-8 text.");
        }
        var missing = Shape.missing(tree, type);
        return missing.isEmpty() ? bind(tree, type, inner) : Problems.invalid(missing);
    }

    private static <T> Route bind(JsonNode tree, Class<T> type, Function<T, Route> inner) {
        T value;
        try {
            value = MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException unfit) {
            return Problems.invalid(List.of(new FieldError(Shape.pointer(unfit), "type", "does not have this form")));
        } catch (JsonProcessingException unfit) {
            return Problems.problem(Problem.UNREADABLE, "The body is not JSON that we can read.");
        }
        return inner.apply(value);
    }
}
