/// What a person sends to whoever helps them, with nothing secret in it.
@NullMarked
package org.roamledger.support;

import org.jspecify.annotations.NullMarked;
