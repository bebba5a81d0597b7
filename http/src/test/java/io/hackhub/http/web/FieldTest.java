package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Inputs of forms, which are rendered again while somebody writes in them.
class FieldTest extends ModuleTest {

    @Test
    void whatSomebodyHasWrittenStaysWhenTheFormIsRenderedAgain() {
        assertThat(run("""
                const { render } = await import("lit");
                const { field } = await load("design/field.js");
                const form = document.createElement("form");
                const show = (value) => (render(field({ label: "Title", name: "title", value }), form), form.elements.namedItem("title"));
                show(undefined).value = "written";
                const seen = [show(undefined).value, show("to mend").value];
                show("to mend").value = "mended";
                return [...seen, show("to mend").value, show(undefined).value];
                """)).isEqualTo(List.of("written", "to mend", "mended", ""));
    }
}
