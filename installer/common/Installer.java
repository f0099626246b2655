import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Makes the image of the application and this system's installer, as `java
/// installer/common/Installer.java VERSION`, in the folder of the checkout and after `mvn package`.
///
/// The steps are the same on all systems: JavaFX to modules, a runtime of what is needed, an image
/// of the application, the cache of a trial start, the installer.
final class Installer {

    /// Modules of the JDK that the application and its libraries use. Nothing but starting tells
    /// whether one is missing: see `installer/linux/smoke-test`.
    private static final List<String> MODULES =
            List.of(
                    "java.desktop", // pictures and printers for PDFBox
                    "java.logging", // PDFBox, ControlsFX
                    "java.management", // H2
                    "java.naming", // Logback, H2
                    "java.net.http",
                    "java.sql",
                    "java.xml",
                    "jdk.charsets", // files in any encoding
                    "jdk.httpserver", // the sample back office
                    "jdk.localedata",
                    "jdk.net", // the key ring of Linux
                    "jdk.security.auth", // the same
                    "jdk.unsupported", // JNA, JavaFX
                    "javafx.controls");

    private static final Path APP = Path.of("target", "app");
    private static final Path OUT = Path.of("target", "installer");
    private static final Path COMMON = Path.of("installer", "common");

    private final Platform platform;
    private final String version;

    private Installer(Platform platform, String version) {
        this.platform = platform;
        this.version = version;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var installer = new Installer(Platform.current(), args[0]);
        Run.delete(OUT);
        var runtime = installer.linkRuntime(installer.packJavaFx());
        var image = installer.packImage(runtime);
        Training.train(image);
        System.out.println("Image: " + image.root() + ", " + Run.megabytes(image.root()) + " MB");
        installer.pack(image);
    }

    /// JavaFX comes as jars with native libraries in them, which would be unpacked into the user's
    /// home at each start; as modules of the runtime they are files in it.
    private Path packJavaFx() throws IOException, InterruptedException {
        var modules = Files.createDirectories(OUT.resolve("jmods"));
        try (var jars = Files.list(APP.resolve("javafx"))) {
            for (var jar : jars.toList()) {
                var name =
                        jar.getFileName().toString().replaceAll("^(javafx)-([a-z]+)-.*", "$1.$2");
                var classes = Files.createDirectories(OUT.resolve("unpacked").resolve(name));
                Run.in(
                        classes,
                        Run.jdk("jar"),
                        "--extract",
                        "--file",
                        jar.toAbsolutePath().toString());
                var libraries = Files.createDirectories(OUT.resolve("native").resolve(name));
                moveLibraries(classes, libraries);
                Run.command(
                        Run.jdk("jmod"),
                        "create",
                        "--class-path",
                        classes.toString(),
                        "--libs",
                        libraries.toString(),
                        modules.resolve(name + ".jmod").toString());
            }
        }
        return modules;
    }

    private static void moveLibraries(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(Installer::isLibrary).toList()) {
                Files.move(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static boolean isLibrary(Path file) {
        return Stream.of(".so", ".dll", ".dylib").anyMatch(file.toString()::endsWith);
    }

    private Path linkRuntime(Path modules) throws IOException, InterruptedException {
        var runtime = OUT.resolve("runtime");
        var wanted = new ArrayList<>(MODULES);
        if (platform == Platform.WINDOWS) {
            wanted.add("jdk.crypto.mscapi"); // certificates that Windows trusts
        }
        Run.command(
                Run.jdk("jlink"),
                "--module-path",
                modules.toString(),
                "--add-modules",
                String.join(",", wanted),
                "--no-header-files",
                "--no-man-pages",
                "--strip-java-debug-attributes",
                "--output",
                runtime.toString());
        return runtime;
    }

    private Image packImage(Path runtime) throws IOException, InterruptedException {
        var input = Files.createDirectories(OUT.resolve("input"));
        // What is copied keeps its time: the cache of the trial start is only good for these files.
        for (var folder : List.of(APP, APP.resolve("lib"), Path.of(""))) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(Installer::belongsToImage).toList()) {
                    Files.copy(
                            file,
                            input.resolve(file.getFileName()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        var command = new ArrayList<>(List.of(Run.jdk("jpackage"), "--type", "app-image"));
        command.addAll(
                List.of(
                        "--name",
                        platform.imageName(),
                        "--app-version",
                        platform.version(version)));
        command.addAll(List.of("--dest", OUT.resolve("image").toString()));
        command.addAll(List.of("--runtime-image", runtime.toString(), "--input", input.toString()));
        command.addAll(
                List.of("--main-jar", "roamledger.jar", "--main-class", "org.roamledger.Main"));
        command.addAll(List.of("--icon", platform.icon().toString()));
        command.addAll(List.of("--vendor", "Roamledger", "--copyright", "Apache License 2.0"));
        command.addAll(List.of("--description", "Roaming sessions of charge points"));
        for (var option : Image.OPTIONS) {
            command.addAll(List.of("--java-options", option));
        }
        if (platform == Platform.WINDOWS) {
            command.addAll(
                    List.of(
                            "--add-launcher",
                            "roamledger-console="
                                    + Path.of("installer", "windows", "console.properties")));
        }
        Run.command(command.toArray(String[]::new));
        return new Image(platform, OUT.resolve("image").resolve(platform.imageFolder()));
    }

    private static boolean belongsToImage(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".jar")
                || name.equals("sbom.cdx.json")
                || name.equals("LICENSE")
                || name.equals("NOTICE");
    }

    private void pack(Image image) throws IOException, InterruptedException {
        switch (platform) {
            case LINUX -> new DebianPackage(image, version).build(OUT);
            case WINDOWS -> packWithJpackage(image, "msi", windowsOptions());
            case MAC -> {
                image.declareFileTypes(Path.of("installer", "macos", "document-types.plist"));
                packWithJpackage(image, "dmg", List.of());
            }
        }
    }

    private static List<String> windowsOptions() {
        var options =
                new ArrayList<>(
                        List.of(
                                "--win-menu",
                                "--win-menu-group",
                                "Roamledger",
                                "--win-dir-chooser",
                                // Never to be changed: it says which installation an update takes
                                // the place of.
                                "--win-upgrade-uuid",
                                "6f0b3a52-4f5e-4b0e-9d4f-0c2c1a7a5e11"));
        for (var type : List.of("store", "view")) {
            options.addAll(
                    List.of(
                            "--file-associations",
                            COMMON.resolve(type + ".properties").toString()));
        }
        return options;
    }

    private void packWithJpackage(Image image, String type, List<String> options)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Run.jdk("jpackage"), "--type", type));
        command.addAll(
                List.of(
                        "--name",
                        platform.imageName(),
                        "--app-version",
                        platform.version(version)));
        command.addAll(List.of("--app-image", image.root().toString(), "--dest", OUT.toString()));
        command.addAll(List.of("--license-file", "LICENSE"));
        command.addAll(options);
        Run.command(command.toArray(String[]::new));
    }

    /// The systems for which there are installers.
    enum Platform {
        LINUX("roamledger", "roamledger", "roamledger-512.png"),
        WINDOWS("Roamledger", "Roamledger", "roamledger.ico"),
        MAC("Roamledger", "Roamledger.app", "roamledger.icns");

        private final String imageName;
        private final String imageFolder;
        private final String icon;

        Platform(String imageName, String imageFolder, String icon) {
            this.imageName = imageName;
            this.imageFolder = imageFolder;
            this.icon = icon;
        }

        static Platform current() {
            var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return name.contains("win") ? WINDOWS : name.contains("mac") ? MAC : LINUX;
        }

        String imageName() {
            return imageName;
        }

        String imageFolder() {
            return imageFolder;
        }

        Path icon() {
            return Path.of("assets", "icon", icon);
        }

        /// macOS refuses a version that begins with 0.
        String version(String version) {
            return this == MAC && version.startsWith("0.") ? "1" + version.substring(1) : version;
        }
    }
}
