/// Tables with a header line (CSV and XLSX rows) to sessions, by header alias.
@NullMarked
package org.roamledger.wire.table;

import org.jspecify.annotations.NullMarked;
