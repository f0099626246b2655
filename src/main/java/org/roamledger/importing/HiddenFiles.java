package org.roamledger.importing;

/// What the system or an open spreadsheet program leaves in a folder.
final class HiddenFiles {

    private HiddenFiles() {}

    static boolean isHidden(String name) {
        return (name.startsWith(".") && !name.equals(".") && !name.equals(".."))
                || name.startsWith("~$");
    }
}
