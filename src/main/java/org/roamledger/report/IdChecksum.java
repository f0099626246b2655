package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The checksum of the CDR IDs of a view: two files have the same sessions in the same order if it
/// is the same.
///
/// Everybody can compute it again: the SHA-256 of the ids in UTF-8, in the order of the rows, a
/// line feed after each.
public final class IdChecksum {

    private IdChecksum() {}

    /// In hexadecimal digits. At a million rows a tenth of a second: not for the screen's thread.
    public static String of(ReportView view) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
        if (view.report().column(ReportColumn.CDR_ID) instanceof Column.Ids ids) {
            for (var row : view.rows()) {
                digest.update(ids.utf8(), ids.begin(row), ids.length(row));
                digest.update((byte) '\n');
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
