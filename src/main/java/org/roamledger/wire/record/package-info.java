/// What the readers of all records of networks have in common.
@NullMarked
package org.roamledger.wire.record;

import org.jspecify.annotations.NullMarked;
