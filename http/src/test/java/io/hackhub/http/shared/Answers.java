package io.hackhub.http.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;

/// Reads answers in tests.
public final class Answers {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Answers() {}

    public static JsonNode json(TestRouteResult answer) {
        try {
            return MAPPER.readTree(answer.entityString());
        } catch (IOException notJson) {
            throw new AssertionError(answer.entityString(), notJson);
        }
    }

    /// The slug of a problem document; fails on one that the contract does not list.
    public static String slug(TestRouteResult answer) {
        var slug = json(answer).path("type").asText().replaceFirst("^/problems/", "");
        if (!ProblemContract.slugs().contains(slug)) {
            throw new AssertionError("not a listed problem: " + answer.status() + " " + answer.entityString());
        }
        return slug;
    }

    /// The fields that a 422 names, in order.
    public static List<String> fields(TestRouteResult answer) {
        var fields = new ArrayList<String>();
        json(answer)
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asText()));
        return fields;
    }

    public static Optional<String> header(TestRouteResult answer, String name) {
        HttpResponse response = answer.response();
        return response.getHeader(name).map(HttpHeader::value);
    }
}
