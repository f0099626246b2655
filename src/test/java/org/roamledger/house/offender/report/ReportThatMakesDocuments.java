package org.roamledger.house.offender.report;

import org.apache.pdfbox.pdmodel.PDDocument;

record ReportThatMakesDocuments(PDDocument document) {}
