package org.roamledger.house.offender.report;

import com.sun.net.httpserver.HttpExchange;

record ReportThatAnswers(HttpExchange exchange) {}
