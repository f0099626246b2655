package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class RowCountTest {

    @Test
    void aLostRowIsNoticed() {
        var count = new RowCount(3);
        count.add(2);
        assertThrows(IllegalStateException.class, count::check);
    }

    @Test
    void allRowsAreRight() {
        var count = new RowCount(3);
        count.add(2);
        count.add(1);
        assertDoesNotThrow(count::check);
    }

    @Test
    void aLineEndBetweenQuotesEndsNoRecord() {
        var csv = new Bytes(64);
        csv.put("a,\"b\r\nc\"\r\n\"\"\"\n\",d\r\n");
        assertEquals(2, RowCount.records(csv));
    }
}
