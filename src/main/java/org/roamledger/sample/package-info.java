/// The sample back office: an OCPI server on loopback over a database filled from a seed.
@NullMarked
package org.roamledger.sample;

import org.jspecify.annotations.NullMarked;
