/// The rules of the house as tests, each with an offender that proves that it can turn red.
@NullMarked
package org.roamledger.house;

import org.jspecify.annotations.NullMarked;
