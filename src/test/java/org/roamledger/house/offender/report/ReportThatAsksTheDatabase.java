package org.roamledger.house.offender.report;

import java.sql.Connection;

record ReportThatAsksTheDatabase(Connection connection) {}
