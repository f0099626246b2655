/// Documents: a settlement as PDF, its pages as pictures, and paper.
@NullMarked
package org.roamledger.document;

import org.jspecify.annotations.NullMarked;
