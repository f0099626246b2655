/// Signed meter data in OCMF, the Open Charge Metering Format: what it says, not whether it is
/// genuine. No network, no files, no database.
@NullMarked
package org.roamledger.wire.ocmf;

import org.jspecify.annotations.NullMarked;
