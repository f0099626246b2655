package org.roamledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The documentation shows pictures that were added to the repository, which others are not.
class PicturesTest {

    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+]\\(([^)]+\\.png)\\)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/user-guide.md"})
    void everyPictureThatIsShownIsThere(String page) throws IOException {
        var path = Path.of(page).toAbsolutePath();
        var shown =
                PICTURE.matcher(Files.readString(path))
                        .results()
                        .map((MatchResult found) -> path.resolveSibling(found.group(1)))
                        .toList();
        assertThat(shown).isNotEmpty().allSatisfy(picture -> assertThat(picture).isRegularFile());
    }
}
