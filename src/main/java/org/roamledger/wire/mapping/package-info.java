/// What the columns of a table mean: mappings, how they are guessed, and how they are kept.
@NullMarked
package org.roamledger.wire.mapping;

import org.jspecify.annotations.NullMarked;
