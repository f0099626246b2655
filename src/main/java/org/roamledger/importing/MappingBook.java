package org.roamledger.importing;

import org.roamledger.wire.mapping.TableMapping;

import java.util.List;
import java.util.Optional;

/// Remembers by which mapping a layout was read, so that nobody is asked twice.
public interface MappingBook {

    /// Remembers nothing.
    MappingBook EMPTY =
            new MappingBook() {
                @Override
                public Optional<TableMapping> find(List<String> headers) {
                    return Optional.empty();
                }

                @Override
                public void remember(List<String> headers, TableMapping mapping) {}
            };

    /// The mapping by which files with these headers are read.
    ///
    /// @throws org.roamledger.problem.ProblemException if it cannot be used any more
    Optional<TableMapping> find(List<String> headers);

    /// Reads files with these headers by this mapping from now on.
    void remember(List<String> headers, TableMapping mapping);
}
