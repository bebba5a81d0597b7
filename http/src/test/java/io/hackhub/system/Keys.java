package io.hackhub.system;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// Somebody who has a keyboard and nothing else.
final class Keys {

    private static final int MOST = 80;

    /// The accessible name of what has the focus, as far as the client's own controls need it.
    private static final String NAME = """
            () => {
              const it = document.activeElement;
              const named = (it.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
              const labels = [...(it.labels ?? [])].map((label) => (label.control && label.contains(label.control) ? label.querySelector("span") : label)?.textContent).join(" ");
              return (named || it.getAttribute("aria-label") || labels || it.textContent || it.title || "").replace(/\\s+/g, " ").trim();
            }""";

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /// Goes from control to control until one whose name fits has the focus.
    Keys to(Pattern name) {
        var passed = new ArrayList<String>();
        for (int i = 0; i < MOST; i++) {
            var here = (String) page.evaluate(NAME);
            if (isControl() && name.matcher(here).find()) {
                return this;
            }
            passed.add(here.length() > 40 ? here.substring(0, 40) : here);
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab comes by no '%s' on %s, but by %s".formatted(name, page.url(), passed));
    }

    Keys to(String name) {
        return to(Pattern.compile("^" + Pattern.quote(name) + "$"));
    }

    private boolean isControl() {
        return Boolean.TRUE.equals(
                page.evaluate(
                        "() => document.activeElement.matches('a, button, input, textarea, select, summary, [tabindex=\"0\"]')"));
    }

    Keys press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /// As `to` and Enter.
    Keys use(String name) {
        return to(name).press("Enter");
    }
}
