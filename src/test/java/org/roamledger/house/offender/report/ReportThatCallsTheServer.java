package org.roamledger.house.offender.report;

import java.net.http.HttpClient;

record ReportThatCallsTheServer(HttpClient client) {}
