package org.roamledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

final class PictureExportTest {

    @TempDir Path folder;

    @Test
    void everyPointIsReadBackAsItWas() throws IOException {
        var points =
                new int[] {0xFF010203, 0xFFFFFFFF, 0xFF000000, 0xFF80FF00, 0xFF00FF80, 0xFF123456};
        var file = folder.resolve("chart.png");
        PictureExport.png(3, 2, points, 192, file);
        var read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isEqualTo(3);
        assertThat(read.getRGB(0, 0, 3, 2, null, 0, 3)).isEqualTo(points);
    }

    @Test
    void aDrawingTakesThePlaceOfTheOneBefore() throws IOException {
        var file = folder.resolve("chart.svg");
        PictureExport.svg("<svg>first</svg>", file);
        PictureExport.svg("<svg>ö</svg>", file);
        assertThat(file).hasContent("<svg>ö</svg>");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }
}
