/// What a person sees, as a value with a name that is kept in a file and passed on.
@NullMarked
package org.roamledger.views;

import org.jspecify.annotations.NullMarked;
