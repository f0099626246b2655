package org.roamledger.wire.mapping;

/// The unit in which a file gives energy and meter readings.
public enum EnergyUnit {
    WH("Wh", 0),
    KWH("kWh", 3),
    MWH("MWh", 6);

    private final String label;
    private final int wattHourShift;

    EnergyUnit(String label, int wattHourShift) {
        this.label = label;
        this.wattHourShift = wattHourShift;
    }

    /// As people and mapping files write it.
    public String label() {
        return label;
    }

    /// How far to move the decimal point to get watt-hours.
    public int wattHourShift() {
        return wattHourShift;
    }
}
