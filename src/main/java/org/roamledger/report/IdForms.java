package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.util.List;
import java.util.regex.Pattern;

/// How ids of the roaming networks are written, in the form of ISO 15118 (`DE*AB7*E840*6487`) and
/// in that of DIN SPEC 91286 (`+49*810*000*438`), as OICP 2.3 takes them. Separators may be
/// missing, and be `-` as well as `*`: OCPI's own examples have both.
final class IdForms {

    /// The columns whose ids have a form.
    static final List<ReportColumn> COLUMNS =
            List.of(ReportColumn.EVSE_ID, ReportColumn.OPERATOR_ID, ReportColumn.PROVIDER_ID);

    private static final Pattern ISO_EVSE =
            Pattern.compile("(?i)[A-Z]{2}[*-]?[A-Z0-9]{3}[*-]?E[A-Z0-9*-]{1,30}");
    private static final Pattern DIN_EVSE =
            Pattern.compile("\\+?[0-9]{1,3}\\*[0-9]{3}\\*[0-9*]{1,32}");
    private static final Pattern ISO_PARTY = Pattern.compile("(?i)[A-Z]{2}[*-]?[A-Z0-9]{3}");
    private static final Pattern DIN_OPERATOR = Pattern.compile("\\+?[0-9]{1,3}\\*?[0-9]{3}");

    private IdForms() {}

    static boolean fits(ReportColumn column, String id) {
        return switch (column) {
            case EVSE_ID -> matches(ISO_EVSE, id) || matches(DIN_EVSE, id);
            case OPERATOR_ID -> matches(ISO_PARTY, id) || matches(DIN_OPERATOR, id);
            case PROVIDER_ID -> matches(ISO_PARTY, id);
            default -> throw new IllegalArgumentException(column.key());
        };
    }

    private static boolean matches(Pattern form, String id) {
        return form.matcher(id.strip()).matches();
    }

    /// By code of a column, whether the id has another form. A missing one has none.
    static boolean[] strange(ReportColumn column, Column.Coded ids) {
        var strange = new boolean[ids.texts().size()];
        for (var code = 1; code < strange.length; code++) {
            strange[code] = !fits(column, ids.texts().get(code));
        }
        return strange;
    }
}
