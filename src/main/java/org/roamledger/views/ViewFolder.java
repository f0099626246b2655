package org.roamledger.views;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.Folded;
import org.roamledger.settings.PrivateFile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The saved views of a user, each in a file of its own, so that one that is broken takes no other
/// with it.
///
/// Several processes may have the same folder: changes wait for each other, and nobody writes over
/// what he has not seen. Every method may throw a [ProblemException] with [Problem.FileUnreadable]
/// or [Problem.FileNotWritable].
public final class ViewFolder {

    /// How the names of files of views end.
    public static final String ENDING = ".roamledger-view";

    private static final int LARGEST = 16 << 20;

    /// A lock on a file holds between processes only, not between threads of one.
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;

    /// What stands in the folder.
    ///
    /// @param views by name
    /// @param problems of files that could not be read; they are left as they are
    public record Content(List<SavedView> views, List<Problem> problems) {

        public Content {
            views = List.copyOf(views);
            problems = List.copyOf(problems);
        }

        /// The view of a name, in any case.
        public Optional<SavedView> named(String name) {
            return views.stream().filter(view -> same(view.name(), name)).findFirst();
        }
    }

    /// @param folder made when the first view is saved
    public ViewFolder(Path folder) {
        this.folder = folder;
    }

    /// All views that there are.
    public Content read() {
        var views = new ArrayList<SavedView>();
        var problems = new ArrayList<Problem>();
        for (var file : files()) {
            try {
                views.add(read(file));
            } catch (ProblemException e) {
                // Deleted by another window between listing and reading.
                if (!(e.problem() instanceof Problem.FileMissing)) {
                    problems.add(e.problem());
                }
            }
        }
        views.sort(
                Comparator.comparing((SavedView view) -> Folded.of(view.name()))
                        .thenComparing(SavedView::file));
        return new Content(views, problems);
    }

    /// Saves a new view.
    ///
    /// @throws ProblemException with [Problem.ViewExists] if there is one of that name
    public SavedView add(NamedView view) {
        return alone(
                () -> {
                    if (read().named(view.name()).isPresent()) {
                        throw new ProblemException(new Problem.ViewExists(view.name()));
                    }
                    return write(fileFor(view.name()), ViewJson.write(view));
                });
    }

    /// Saves a view that came from elsewhere, under a name that is free; one that is there already
    /// is not saved again.
    ///
    /// @param view read from any file
    public SavedView take(SavedView view) {
        return alone(() -> taken(view));
    }

    private SavedView taken(SavedView view) {
        var content = read();
        for (var number = 1; ; number++) {
            var name = number == 1 ? view.name() : view.name() + " (" + number + ")";
            var there = content.named(name);
            if (there.isEmpty()) {
                return write(fileFor(name), ViewJson.rename(view.text(), name));
            }
            if (there.get().state().equals(view.state())) {
                return there.get();
            }
        }
    }

    /// Writes another state over a saved view.
    ///
    /// @throws ProblemException with [Problem.ViewChangedElsewhere] if it is not any more what was
    ///   read
    public SavedView change(SavedView view, ViewState state) {
        return alone(
                () -> {
                    demandUnchanged(view);
                    var changed = NamedView.of(view.name(), state);
                    return write(view.file(), ViewJson.change(view.text(), changed));
                });
    }

    /// Gives a saved view another name.
    ///
    /// @throws ProblemException with [Problem.ViewExists], or with [Problem.ViewChangedElsewhere]
    ///   if it is not any more what was read
    public SavedView rename(SavedView view, String name) {
        return alone(
                () -> {
                    demandUnchanged(view);
                    var other = read().named(name);
                    if (other.isPresent() && !other.get().file().equals(view.file())) {
                        throw new ProblemException(new Problem.ViewExists(name));
                    }
                    return write(view.file(), ViewJson.rename(view.text(), name.strip()));
                });
    }

    /// @throws ProblemException with [Problem.ViewChangedElsewhere] if it is not any more what was
    ///   read
    public void delete(SavedView view) {
        alone(
                () -> {
                    demandUnchanged(view);
                    PrivateFile.delete(view.file());
                    return view;
                });
    }

    /// Brings back a view that was deleted, as it was.
    public SavedView restore(SavedView view) {
        return alone(
                () ->
                        Files.exists(view.file()) || read().named(view.name()).isPresent()
                                ? taken(view)
                                : write(view.file(), view.text()));
    }

    /// A file in the folder.
    Path file(String name) {
        return folder.resolve(name);
    }

    private void demandUnchanged(SavedView view) {
        if (!Files.exists(view.file()) || !text(view.file()).equals(view.text())) {
            throw new ProblemException(new Problem.ViewChangedElsewhere(view.name()));
        }
    }

    /// Reads a file of a view, wherever it is.
    ///
    /// @throws ProblemException also with [Problem.FileMissing] or [Problem.ViewUnusable]
    public static SavedView read(Path file) {
        var text = text(file);
        return new SavedView(file, ViewJson.read(text, file.toString()), text);
    }

    /// Writes a view into a file that is passed on, in place of what is there.
    public static void write(NamedView view, Path file) {
        try {
            Files.writeString(file, ViewJson.write(view));
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileNotWritable(file, String.valueOf(e.getMessage())), e);
        }
    }

    public static boolean isView(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /// Whether two names mean one view.
    public static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    private static String text(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw ViewReading.unusable(file.toString(), "", "is too large for a view", null);
            }
            return new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", "");
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.FileMissing(file), e);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(file, String.valueOf(e.getMessage())), e);
        }
    }

    private static SavedView write(Path file, String text) {
        PrivateFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        return new SavedView(file, ViewJson.read(text, file.toString()), text);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ViewFolder::isView).sorted().toList();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(folder, String.valueOf(e.getMessage())), e);
        }
    }

    /// A file that is not there yet, whose name tells a person what is in it.
    private Path fileFor(String name) {
        var plain = fileName(name);
        var file = folder.resolve(plain + ENDING);
        return Files.exists(file) ? folder.resolve(plain + "-" + UUID.randomUUID() + ENDING) : file;
    }

    /// A name for a file of a view, without ending: letters, digits and hyphens.
    public static String fileName(String name) {
        var plain = Folded.of(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        // Windows keeps some short names, such as "con", for devices.
        return plain.length() < 5
                ? "view-" + plain
                : plain.substring(0, Math.min(60, plain.length()));
    }

    private <T> T alone(Supplier<T> work) {
        synchronized (ONE_AT_A_TIME) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw notWritable(e);
            }
            try (var channel =
                            FileChannel.open(
                                    folder.resolve(".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return work.get();
            } catch (IOException e) {
                throw notWritable(e);
            }
        }
    }

    private ProblemException notWritable(IOException e) {
        return new ProblemException(
                new Problem.FileNotWritable(folder, String.valueOf(e.getMessage())), e);
    }
}
