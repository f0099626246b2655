package org.roamledger.ui.shell;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What a person can do from more than one place.
///
/// @param trySample absent where there is no sample
/// @param look changes the look
record Actions(
        Runnable addSource,
        Runnable manageSources,
        Runnable importFiles,
        Runnable importMapped,
        Runnable sync,
        Runnable export,
        Runnable reload,
        Runnable find,
        Runnable clearFilter,
        Runnable columns,
        Runnable stations,
        Runnable rejects,
        Runnable connection,
        Runnable selectAll,
        Runnable copy,
        Runnable quit,
        @Nullable Runnable trySample,
        Consumer<UnaryOperator<Look>> look) {}
