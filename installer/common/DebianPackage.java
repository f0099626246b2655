import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A package for Debian and Ubuntu, made of files alone: menu entry, file types and icons are files
/// that the system takes notice of by itself. So nothing runs when it is installed or removed, and
/// nothing is removed but what was installed.
final class DebianPackage {

    private static final Path FILES = Path.of("installer", "linux");

    private final Image image;
    private final String version;

    DebianPackage(Image image, String version) {
        this.image = image;
        this.version = version;
    }

    void build(Path out) throws IOException, InterruptedException {
        if (!hasTool()) {
            System.out.println(
                    "There is no dpkg-deb on this computer, so there is no package; the image is"
                            + " whole.");
            return;
        }
        var tree = out.resolve("deb");
        copyTree(image.root(), Files.createDirectories(tree.resolve("opt")).resolve("roamledger"));
        put("roamledger.desktop", tree.resolve("usr/share/applications"));
        put("roamledger.xml", tree.resolve("usr/share/mime/packages"));
        put("copyright", tree.resolve("usr/share/doc/roamledger"));
        for (var size : List.of(16, 32, 48, 64, 128, 256, 512)) {
            var icons = tree.resolve("usr/share/icons/hicolor/%1$dx%1$d".formatted(size));
            var icon = Path.of("assets", "icon", "roamledger-" + size + ".png");
            copy(icon, icons.resolve("apps/roamledger.png"));
            for (var type : List.of("store", "view")) {
                copy(icon, icons.resolve("mimetypes/application-x-roamledger-" + type + ".png"));
            }
        }
        var bin = Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(
                bin.resolve("roamledger"), Path.of("/opt/roamledger/bin/roamledger"));
        control(tree);
        var file = out.resolve("roamledger_" + version + "_" + architecture() + ".deb");
        Run.command(
                "dpkg-deb",
                "--root-owner-group",
                "-Zxz",
                "-z1",
                "--build",
                tree.toString(),
                file.toString());
        Run.delete(tree);
        System.out.println("Package: " + file + ", " + Files.size(file) / 1_000_000 + " MB");
    }

    private static boolean hasTool() throws InterruptedException {
        try {
            return new ProcessBuilder("dpkg-deb", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private void control(Path tree) throws IOException {
        var control = Files.createDirectories(tree.resolve("DEBIAN")).resolve("control");
        Files.writeString(
                control,
                Files.readString(FILES.resolve("control"))
                        .replace("@version@", version)
                        .replace("@architecture@", architecture())
                        .replace("@kilobytes@", Long.toString(Run.megabytes(tree) * 1000)));
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    private static void put(String name, Path folder) throws IOException {
        copy(FILES.resolve(name), folder.resolve(name));
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /// With times and permissions: the cache is only good for files of the same time.
    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
