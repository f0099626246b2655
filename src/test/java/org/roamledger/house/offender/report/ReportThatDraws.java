package org.roamledger.house.offender.report;

import javafx.scene.Node;

record ReportThatDraws(Node node) {}
