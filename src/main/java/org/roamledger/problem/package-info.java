/// Everything a user can be told when something goes wrong, and the words for it.
@NullMarked
package org.roamledger.problem;

import org.jspecify.annotations.NullMarked;
