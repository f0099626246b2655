package org.roamledger.session;

/// The settings of a station that the report shows as they are now.
public record StationSetting(Access access, FreeUsage freeUsage) {

    public static final StationSetting UNKNOWN =
            new StationSetting(Access.UNKNOWN, FreeUsage.UNKNOWN);
}
