package io.hackhub.http.shared;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.shared.Texts;
import io.hackhub.http.shared.Problems.FieldError;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds a JSON tree to the records that it is about to become: `@NullMarked` is kept at the edge too, so that no null
/// gets in by a field that was left out.
final class Shape {

    private Shape() {}

    /// Every required component that the tree lacks, in nested records and lists of records too.
    static List<FieldError> missing(JsonNode tree, Class<?> type) {
        var errors = new ArrayList<FieldError>();
        collect(tree, type, "", errors);
        return errors;
    }

    private static void collect(JsonNode node, Type type, String pointer, List<FieldError> errors) {
        if (type instanceof Class<?> record && record.isRecord() && node.isObject()) {
            for (var component : record.getRecordComponents()) {
                component(node.path(component.getName()), component, pointer + "/" + component.getName(), errors);
            }
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class && node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                var at = pointer + "/" + i;
                if (node.path(i).isNull()) {
                    errors.add(new FieldError(at, "required", "must not be null"));
                }
                collect(node.path(i), list.getActualTypeArguments()[0], at, errors);
            }
        }
    }

    private static void component(JsonNode node, RecordComponent component, String pointer, List<FieldError> errors) {
        if (!node.isMissingNode() && !node.isNull()) {
            collect(node, component.getGenericType(), pointer, errors);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            errors.add(new FieldError(pointer, "required", "is required"));
        }
    }

    /// Whether all its texts are.
    static boolean readable(JsonNode node) {
        if (node.isTextual()) {
            return Texts.isClean(node.textValue());
        }
        for (var entry : node.properties()) {
            if (!Texts.isClean(entry.getKey())) {
                return false;
            }
        }
        for (var child : node) {
            if (!readable(child)) {
                return false;
            }
        }
        return true;
    }

    static String pointer(JsonMappingException unfit) {
        return unfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
