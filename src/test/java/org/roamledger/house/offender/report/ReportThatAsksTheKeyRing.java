package org.roamledger.house.offender.report;

import com.github.javakeyring.Keyring;

record ReportThatAsksTheKeyRing(Keyring ring) {}
