/// The durable truth: one SQLite file with sources, stations and every version of each session.
@NullMarked
package org.roamledger.store;

import org.jspecify.annotations.NullMarked;
