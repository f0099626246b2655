import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measures the start of the image with its cache and without it, side by side, as `java
/// installer/common/MeasureStart.java [TURNS]`: from the start of the process until the window is
/// seen for the first time.
final class MeasureStart {

    private MeasureStart() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var turns = args.length == 0 ? 9 : Integer.parseInt(args[0]);
        var platform = Installer.Platform.current();
        var image =
                new Image(
                        platform, Path.of("target", "installer", "image", platform.imageFolder()));
        var with = new ArrayList<Long>();
        var without = new ArrayList<Long>();
        try (var trial = new Trial(image)) {
            trial.fill();
            for (var turn = 0; turn <= turns; turn++) {
                var cached = trial.window("").orElseThrow();
                var plain = trial.window("-XX:AOTMode=off").orElseThrow();
                // The first turn brings the files into the system's memory.
                if (turn > 0) {
                    with.add(cached);
                    without.add(plain);
                    System.out.printf("with %,d ms, without %,d ms%n", cached, plain);
                }
            }
        }
        System.out.printf(
                "Median with the cache %,d ms, without %,d ms: %.2f times as fast%n",
                median(with), median(without), (double) median(without) / median(with));
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
