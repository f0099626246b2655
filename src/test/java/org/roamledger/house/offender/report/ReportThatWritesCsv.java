package org.roamledger.house.offender.report;

import de.siegmar.fastcsv.writer.CsvWriter;

record ReportThatWritesCsv(CsvWriter writer) {}
