package org.roamledger.wire.table;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Writes a row as it is kept beside its session: a JSON object from header to text.
///
/// Only the report's own columns are kept. A partner's file may have the driver's id in another
/// one, and that is none of our business.
final class RawRow {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<TableColumn> columns;

    RawRow(TableColumns columns) {
        this.columns = columns.all().toList();
    }

    /// Blank values are left out.
    byte[] json(List<Cell> cells) {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            for (var column : columns) {
                if (column.position() < cells.size()) {
                    var text = cells.get(column.position()).asText();
                    if (!text.isBlank()) {
                        json.writeStringProperty(column.header(), text);
                    }
                }
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
