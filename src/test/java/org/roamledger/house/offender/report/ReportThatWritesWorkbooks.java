package org.roamledger.house.offender.report;

import org.apache.poi.ss.usermodel.Workbook;

record ReportThatWritesWorkbooks(Workbook workbook) {}
