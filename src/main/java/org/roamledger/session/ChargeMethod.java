package org.roamledger.session;

/// How the customer started a session. Texts of other feeds are kept as they are.
public record ChargeMethod(String code) {

    public static final ChargeMethod APP = new ChargeMethod("app");
    public static final ChargeMethod ONETIME = new ChargeMethod("onetime");
    public static final ChargeMethod RFID = new ChargeMethod("rfid");
    public static final ChargeMethod ADMIN = new ChargeMethod("admin");
    public static final ChargeMethod PLUG_AND_CHARGE = new ChargeMethod("plugandcharge");
    public static final ChargeMethod UNKNOWN = new ChargeMethod("unknown");

    /// Recognises the known methods in any case; blank text is [#UNKNOWN].
    public static ChargeMethod of(String text) {
        return switch (Folded.of(text)) {
            case "" -> UNKNOWN;
            case "app" -> APP;
            case "onetime", "one-time", "one time" -> ONETIME;
            case "rfid" -> RFID;
            case "admin" -> ADMIN;
            case "plugandcharge", "plug & charge", "plug and charge" -> PLUG_AND_CHARGE;
            case "unknown" -> UNKNOWN;
            default -> new ChargeMethod(text.strip());
        };
    }
}
