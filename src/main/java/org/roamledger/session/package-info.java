/// What the report is about: the charging session, its values and its columns. Knows nothing else
/// of the application.
@NullMarked
package org.roamledger.session;

import org.jspecify.annotations.NullMarked;
