package org.roamledger.house.offender.report;

import picocli.CommandLine;

@CommandLine.Command
record ReportThatIsACommand() {}
