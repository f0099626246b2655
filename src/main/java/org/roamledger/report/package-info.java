/// The report in memory: an immutable columnar snapshot, what filters, orders and totals it.
@NullMarked
package org.roamledger.report;

import org.jspecify.annotations.NullMarked;
