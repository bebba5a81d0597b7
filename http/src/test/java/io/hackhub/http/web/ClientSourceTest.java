package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Rules for all of the client's source.
class ClientSourceTest {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SAID = Pattern.compile("\\b(?:aria-label|title|placeholder|alt|label)=\"([^\"∙]*)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /// Names, and what is the same in every language.
    private static final Set<String> SAME_EVERYWHERE = Set.of(
            "HackHub", "DRAFT", "Live", "Ctrl", "Enter", "Esc", "Tab", "Shift", "Alt", "nbsp", "middot", "Markdown");

    private static final Pattern ICON = Pattern.compile("<hh-icon[^>]*? name=\"([a-z0-9-]+)\"");
    private static final Pattern RAW_COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");

    @Test
    void whatPeopleReadIsInTheCatalogue() throws IOException {
        var bare = new ArrayList<String>();
        ClientSource.files(".js")
                .forEach((path, module) -> ClientSource.templates(module).forEach(template -> {
                    var said = SAID.matcher(template);
                    while (said.find()) {
                        words(said.group(1)).forEach(word -> bare.add(path + ": " + word));
                    }
                    words(TAG.matcher(template).replaceAll(" ")).forEach(word -> bare.add(path + ": " + word));
                }));
        assertThat(bare).isEmpty();
    }

    @Test
    void everyIconThatIsShownIsServed() throws IOException {
        var served = ClientSource.files("icons.txt")
                .getOrDefault("design/icons.txt", "")
                .lines()
                .toList();
        var unknown = new TreeSet<String>();
        ClientSource.files(".js").forEach((path, module) -> {
            var icon = ICON.matcher(module);
            while (icon.find()) {
                if (!served.contains(icon.group(1))) {
                    unknown.add(path + ": " + icon.group(1));
                }
            }
        });
        assertThat(unknown).isEmpty();
        assertThat(served).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void coloursStandAmongTheTokens() throws IOException {
        var raw = new ArrayList<String>();
        ClientSource.files(".css").forEach((path, sheet) -> {
            var colour = RAW_COLOUR.matcher(sheet);
            while (!path.equals("design/tokens.css") && colour.find()) {
                raw.add(path + ": " + colour.group());
            }
        });
        assertThat(raw).isEmpty();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group())
                .filter(word -> !SAME_EVERYWHERE.contains(word))
                .toList();
    }
}
