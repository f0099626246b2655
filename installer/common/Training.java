import java.io.IOException;
import java.nio.file.Files;

/// Records what a start of the application loads and runs into a cache that the next starts use
/// (JEP 483, 514 and 515), by a trial start of the image itself.
///
/// Without a display the commands alone are recorded; without a cache the image starts as well, but
/// slower.
final class Training {

    private Training() {}

    static void train(Image image) throws IOException, InterruptedException {
        image.useNoCache();
        try (var trial = new Trial(image)) {
            trial.fill();
            image.recordCache();
            var window = trial.hasDisplay() && trial.window("").isPresent();
            if (!window && image.platform() == Installer.Platform.LINUX) {
                trial.demo();
            }
            if (Files.exists(image.cache())) {
                image.useCache();
                System.out.printf(
                        "Cache of a trial start %s: %d MB%n",
                        window ? "of the window" : "without a display",
                        Run.megabytes(image.cache()));
            } else {
                image.useNoCache();
                System.err.println("The trial start failed: the image has no cache.");
            }
        }
        image.dropCommands();
    }
}
