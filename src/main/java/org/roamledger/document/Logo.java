package org.roamledger.document;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.Letterhead;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// The picture of a letterhead.
public final class Logo {

    private Logo() {}

    /// Reads a picture for a letterhead.
    ///
    /// @param file PNG or JPEG
    /// @return the file as it is
    /// @throws ProblemException with [Problem.FileMissing], [Problem.LogoTooLarge] or
    ///   [Problem.LogoUnreadable]
    public static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new ProblemException(new Problem.FileMissing(file));
            }
            if (Files.size(file) > Letterhead.MOST_LOGO_BYTES) {
                throw new ProblemException(
                        new Problem.LogoTooLarge(file, Letterhead.MOST_LOGO_BYTES / 1024));
            }
            var logo = Files.readAllBytes(file);
            picture(logo);
            return logo;
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.LogoUnreadable(file, String.valueOf(e.getMessage())), e);
        }
    }

    /// @throws IOException also if it is no picture
    static BufferedImage picture(byte[] logo) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(logo));
        if (picture == null) {
            throw new IOException("neither PNG nor JPEG");
        }
        return picture;
    }
}
