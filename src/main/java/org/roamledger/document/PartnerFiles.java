package org.roamledger.document;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.PartnerView;
import org.roamledger.report.ReportView;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The settlements of all partners, each in a file of its own.
public final class PartnerFiles {

    private PartnerFiles() {}

    /// Makes the file of one partner.
    public interface Maker {
        void make(PartnerView partner, Path file);
    }

    /// Makes one file after the other. Blocks: not for the screen's thread.
    ///
    /// @param progress told after each file
    /// @return how many were made
    /// @throws ProblemException with [Problem.Cancelled] between two files; those that were made
    ///   stay
    public static int make(ReportView view, Path folder, Maker maker, Progress progress) {
        var partners = PartnerView.all(view);
        var names = new HashSet<String>();
        var made = 0;
        progress.step(0, partners.size());
        for (var partner : partners) {
            var file = folder.resolve(name(partner, names));
            maker.make(partner, file);
            made++;
            progress.step(made, partners.size());
        }
        return made;
    }

    /// A name that every file system takes: `settlement_DE-8EO_2026-10-01_2026-10-31.pdf`.
    private static String name(PartnerView partner, Set<String> taken) {
        var parameters = partner.view().report().parameters();
        var id = partner.partner() == null ? "without-provider" : partner.partner();
        var safe = id.strip().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        var base =
                "settlement_%s_%s_%s"
                        .formatted(
                                safe.substring(0, Math.min(safe.length(), 60)),
                                parameters.from(),
                                parameters.to().minusDays(1));
        var name = base;
        for (var next = 2; !taken.add(name.toLowerCase(Locale.ROOT)); next++) {
            name = base + "_" + next;
        }
        return name + ".pdf";
    }
}
