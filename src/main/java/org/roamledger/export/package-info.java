/// The visible rows and columns as an XLSX or CSV file: the whole file or none.
@NullMarked
package org.roamledger.export;

import org.jspecify.annotations.NullMarked;
