package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Every feature says the same things in each language.
class CataloguesTest extends ModuleTest {

    @Test
    void bothLanguagesHaveTheSameMessages() throws IOException {
        var catalogues = ClientSource.files("/text.js").keySet();
        var english = shapes(catalogues, "en");
        var german = shapes(catalogues, "de");

        assertThat(german).isEqualTo(english);
        assertThat(english.toString()).doesNotContain("(nothing)");
    }

    private static Map<String, Object> shapes(Iterable<String> catalogues, String language) {
        page.evaluate("language => localStorage.setItem('hackhub.language', language)", language);
        page.reload();
        var shapes = new TreeMap<String, Object>();
        for (var path : catalogues) {
            shapes.put(path, page.evaluate(shapeOf(path)));
        }
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo(language);
        return shapes;
    }

    private static String shapeOf(String path) {
        return """
                async () => {
                  const { text } = await import('/assets/%s');
                  const shape = (it) => typeof it === 'function' ? 'function of ' + it.length
                    : typeof it === 'object' && !Array.isArray(it) ? Object.fromEntries(Object.entries(it).map(([key, value]) => [key, shape(value)]))
                    : it === '' ? '(nothing)' : typeof it;
                  return shape(text);
                }
                """.formatted(path);
    }
}
