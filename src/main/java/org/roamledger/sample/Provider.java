package org.roamledger.sample;

import java.util.List;

/// A company that has contracts with drivers. The ids are invented.
///
/// @param network through which its customers roam
/// @param weight its share, compared with others
record Provider(String country, String party, String network, int weight) {

    private static final int FIELDS = 4;

    private static final String ALL =
            """
            DE 7AR Hubject 150
            SE VLK OCPI 120
            FR Q21 Gireve 95
            NL 5ZP Hubject 80
            GB 4TM OCPI 70
            FI KRP OCPI 55
            DE 9LX Hubject 50
            DE W3N Gireve 36
            NO 6FJ OCPI 32
            AT 2GB Hubject 28
            DK H8S OCPI 24
            BE 3VD Gireve 22
            FR 8PC Gireve 20
            SE 7NB Hubject 18
            CH 4EQ Hubject 16
            PL 5WR Hubject 14
            NL 9KD OCPI 13
            DE 6UM Hubject 12
            IT 2RV Gireve 11
            ES 7SL Gireve 10
            GB 9HC Hubject 9
            FI 3JY OCPI 9
            CZ 8BO Hubject 8
            LU 4CW Gireve 7
            DE 3ZT OCPI 7
            SE 5RX OCPI 6
            FR 6DN Gireve 6
            IE 2KM OCPI 5
            PT 9AV Gireve 5
            EE 4LU OCPI 4
            LV 7GA Hubject 4
            LT 3MO Hubject 3
            SI 8TE Hubject 3
            HR 5DA Hubject 3
            NO 2HV OCPI 3
            DK 6ST Gireve 2
            AT 9ME OCPI 2
            NL 7OE Gireve 2
            DE 2IB Gireve 1
            SK 4NI Hubject 1
            """;

    static List<Provider> all() {
        return ALL.lines().map(Provider::parse).toList();
    }

    private static Provider parse(String line) {
        var fields = line.split(" ", FIELDS);
        return new Provider(fields[0], fields[1], fields[2], Integer.parseInt(fields[3]));
    }
}
