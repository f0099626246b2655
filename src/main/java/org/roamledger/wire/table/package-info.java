/// Tables with a header line (CSV and XLSX rows) to sessions, by their mapping.
@NullMarked
package org.roamledger.wire.table;

import org.jspecify.annotations.NullMarked;
