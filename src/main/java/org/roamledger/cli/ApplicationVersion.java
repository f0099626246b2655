package org.roamledger.cli;

import picocli.CommandLine;

import java.util.Objects;

/// The version of the application, as its jar says it.
final class ApplicationVersion implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = ApplicationVersion.class.getPackage().getImplementationVersion();
        return new String[] {"Roamledger " + Objects.requireNonNullElse(version, "(development)")};
    }
}
