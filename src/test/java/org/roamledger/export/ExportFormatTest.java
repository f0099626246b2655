package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.nio.file.Path;

final class ExportFormatTest {

    @ParameterizedTest
    @CsvSource({"a.xlsx, XLSX", "a.XLSX, XLSX", "a.b.csv, CSV", "folder.x/a.CSV, CSV"})
    void theExtensionDecides(String file, ExportFormat format) {
        assertEquals(format, ExportFormat.of(Path.of(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.xls", "csv", "a.csv.gz", "/"})
    void anotherExtensionIsAProblem(String file) {
        var thrown = assertThrows(ProblemException.class, () -> ExportFormat.of(Path.of(file)));
        assertEquals(new Problem.ExportFormatUnknown(Path.of(file)), thrown.problem());
    }
}
