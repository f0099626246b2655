package org.roamledger.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ParentCommand;

/// A word that only stands before commands: `source add`.
abstract class CommandGroup {

    @ParentCommand @Nullable RoamledgerCommand parent;
}
