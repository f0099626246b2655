package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

/// Writes a record as the object of some version.
@FunctionalInterface
interface CdrForm {

    void write(Cdr cdr, JsonGenerator json);
}
