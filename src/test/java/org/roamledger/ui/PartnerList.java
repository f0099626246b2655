package org.roamledger.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A made-up list of a partner that leaves unit and tax open.
public final class PartnerList {

    private PartnerList() {}

    /// Writes it into a folder.
    public static Path write(Path folder) {
        var rows = new StringBuilder();
        rows.append("Ladevorgang;Ladebeginn;Ladeende;Ladepunkt;Standort;Verbrauch;Betrag;MwSt;");
        rows.append("Währung;Anbieter;Kartennummer\n");
        for (var i = 1; i <= 30; i++) {
            rows.append(
                    "LV-%05d;%02d.10.2026 10:%02d;%02d.10.2026 11:%02d;".formatted(i, i, i, i, i));
            rows.append("DE*ABC*E%d*1;Hauptbahnhof Parkhaus Nord;".formatted(i));
            rows.append(i == 3 ? "k. A.;" : "%d,5;".formatted(10 + i));
            rows.append("%d,95;1,%02d;EUR;DE*XYZ;0401%04d\n".formatted(5 + i, i, i));
        }
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("partnerliste-oktober.csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
