/// OCPI payloads to sessions. No network, no files, no database.
@NullMarked
package org.roamledger.wire.ocpi;

import org.jspecify.annotations.NullMarked;
