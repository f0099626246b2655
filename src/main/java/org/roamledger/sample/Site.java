package org.roamledger.sample;

import java.util.List;

/// One of the sixty sites of the sample operators: real cities, invented names and streets.
///
/// @param operator party id of the organisation that runs it
/// @param name empty where the operator gave none
/// @param flags `F` free of charge, `P` for a limited group, `Q` quiet, `N` one charging point
///   named in the form of DIN 91286
record Site(
        String operator,
        SiteKind kind,
        String name,
        String street,
        String city,
        String postalCode,
        String latitude,
        String longitude,
        String flags) {

    private static final int FIELDS = 9;

    private static final String ALL =
            """
            GVL|MOTORWAY|Rastplats Hallstorp|Trafikplats Hallstorp 2|Jönköping|554 75|57.7826|14.1618|
            GVL|MOTORWAY|Vägkrogen Lönnen|Motorvägen 41|Linköping|585 93|58.4108|15.6214|
            GVL|RETAIL|Köpcentrum Åpromenaden|Handelsvägen 12|Örebro|702 36|59.2741|15.2066|
            GVL|CITY|P-hus Kvarnen|Kvarngatan 8|Göteborg|411 03|57.7089|11.9746|
            GVL|CITY|P-hus Ankaret|Ankargatan 3|Malmö|211 20|55.6050|13.0038|
            GVL|WORKPLACE|Kontorsparken Väst|Datavägen 21|Göteborg|436 32|57.6420|11.9310|P
            GVL|WORKPLACE|Teknikbyn Norr|Innovationsstråket 5|Umeå|907 36|63.8258|20.2630|
            GVL|HOME|Brf Ekudden|Ekuddsvägen 4|Uppsala|753 18|59.8586|17.6389|P
            GVL|HOME|Brf Åkerö "Södra"|Åkerövägen 17|Malmö|216 12|55.5890|12.9520|PQ
            GVL|RETAIL|Stormarknad Björklunda|Björklundagatan 1|Västerås|721 37|59.6099|16.5448|F
            GVS|CITY|P-hus Slussporten|Slussgränd 9|Stockholm|116 45|59.3195|18.0720|
            GVS|CITY|Garage Vasaberget|Vasabergsgatan 30|Stockholm|113 30|59.3440|18.0500|
            GVS|HOME|Brf Tallbacken|Tallbacksvägen 11|Solna|171 48|59.3600|18.0009|P
            GVS|HOME|Brf Sjöutsikten|Strandpromenaden 6|Nacka|131 31|59.3105|18.1637|P
            GVS|WORKPLACE|Kontorshuset Fyren|Fyrtorget 2|Kista|164 40|59.4024|17.9446|
            GVS|RETAIL|Handelsplats Ängen|Ängsvägen 50|Täby|183 34|59.4419|18.0703|
            GVS|MOTORWAY|Laddpark Södertälje|Energivägen 7|Södertälje|151 38|59.1955|17.6253|
            GVS|RETAIL||Industrigatan 15|Sollentuna|191 62|59.4281|17.9509|Q
            LTL|MOTORWAY|Autohof Lindental|Am Autohof 1|Würzburg|97084|49.7913|9.9534|
            LTL|MOTORWAY|Ladepark Westkreuz|Kreuzstraße 100|Köln|50859|50.9375|6.8500|
            LTL|CITY|Parkhaus Domblick|Bechergasse 14|Köln|50667|50.9413|6.9583|
            LTL|CITY|Tiefgarage Rheinufer|Uferallee 22|Düsseldorf|40213|51.2277|6.7735|
            LTL|RETAIL|Einkaufszentrum Mühlenhof|Mühlenhof 3|Mannheim|68161|49.4875|8.4660|
            LTL|RETAIL|Baumarkt Grünwinkel|Gewerbering 18|Dortmund|44137|51.5136|7.4653|F
            LTL|WORKPLACE|Gewerbepark Nord|Werkstraße 44|Bochum|44795|51.4818|7.2162|
            LTL|WORKPLACE|Betriebshof Lindental|Lagerstraße 2|Köln|51063|50.9630|7.0050|P
            LTL|HOME|Wohnpark Lindenhöfe|Lindenhof 7|Bonn|53113|50.7374|7.0982|P
            LTL|CITY|Café "Drei Eichen", Hof; links|Eichenweg 5|Aachen|52062|50.7753|6.0839|Q
            LTS|MOTORWAY|Raststätte Albblick|Albstraße 60|Ulm|89081|48.4011|9.9876|
            LTS|CITY|=Parkhaus Süd|Südring 31|München|81371|48.1200|11.5490|Q
            LTS|CITY|Parkhaus Am Stadtgarten|Gartenstraße 9|Freiburg im Breisgau|79098|47.9990|7.8421|N
            LTS|RETAIL|Fachmarktzentrum Neckarwiesen|Wiesenweg 20|Heilbronn|74072|49.1427|9.2109|
            LTS|WORKPLACE|Technologiepark Ost|Forscherallee 12|Stuttgart|70565|48.7300|9.1100|
            LTS|HOME|Wohnanlage Weißdorn|Weißdornstraße 33|Nürnberg|90402|49.4521|11.0767|P
            LTS|HOME|Quartier Isarauen|Auenplatz 1|München|80469|48.1280|11.5700|P
            LTS|MOTORWAY|Ladepark Frankenhöhe|Höhenstraße 8|Ansbach|91522|49.3004|10.5719|
            KLO|MOTORWAY|Taukopaikka Harjunpää|Harjuntie 101|Lahti|15610|60.9827|25.6612|
            KLO|MOTORWAY|Liikenneasema Koivukallio|Valtatie 3|Tampere|33900|61.4978|23.7610|
            KLO|CITY|P-Kaarnatalo|Kaarnakatu 16|Helsinki|00100|60.1699|24.9384|
            KLO|CITY|Pysäköintitalo Tori|Torikatu 5|Turku|20100|60.4518|22.2666|
            KLO|CITY|P-Satama|Satamakuja 2|Oulu|90100|65.0121|25.4651|
            KLO|RETAIL|Kauppakeskus Mäntylä|Mäntyläntie 40|Espoo|02650|60.2055|24.6559|
            KLO|RETAIL|Marketti Niittyranta|Niittykatu 13|Jyväskylä|40320|62.2426|25.7473|F
            KLO|WORKPLACE|Toimistotalo Lumo|Lumokatu 10|Espoo|02150|60.1841|24.8301|
            KLO|WORKPLACE|Yrityspuisto Käpy|Käpytie 28|Vantaa|01510|60.2934|25.0378|P
            KLO|HOME|As Oy Kuusikonkatu|Kuusikonkatu 19|Helsinki|00560|60.2090|24.9800|P
            KLO|HOME|As Oy Rantapuisto|Rantapuistontie 7|Kuopio|70100|62.8924|27.6770|P
            KLO|CITY|P-Hämeenportti|Porttikatu 1|Hämeenlinna|13100|60.9959|24.4643|
            FBC|MOTORWAY|Fenbrook Services Northbound|Fenbrook Way|Peterborough|PE7 3UQ|52.5695|-0.2405|
            FBC|MOTORWAY|Hollin Moor Services|Junction Road|Leeds|LS15 9JH|53.8008|-1.5491|
            FBC|CITY|Carter's Yard Car Park|18 Carter Street|London|SE17 3EW|51.4900|-0.0990|
            FBC|CITY|Millgate Multi-Storey|Millgate 4|Reading|RG1 2HG|51.4543|-0.9781|
            FBC|CITY|Quayside Car Park|7 Old Quay|Bristol|BS1 4RB|51.4545|-2.5879|
            FBC|RETAIL|Larkfield Retail Park|Larkfield Avenue|Oxford|OX4 6XJ|51.7520|-1.2577|
            FBC|RETAIL|Ashcombe Shopping Centre|22 Ashcombe Road|Manchester|M17 8AA|53.4808|-2.2426|
            FBC|WORKPLACE|Science Park East|Meridian Court 3|Cambridge|CB4 0WA|52.2053|0.1218|
            FBC|WORKPLACE|Dockside Offices|Pier Road 15|London|E16 2QU|51.5080|0.0500|P
            FBC|HOME|Willow Court|Willow Lane 1-48|Cambridge|CB1 7EG|52.1900|0.1400|P
            FBC|HOME|Kingsmead Apartments|90 Kingsmead|Birmingham|B15 3TR|52.4862|-1.8904|P
            FBC|MOTORWAY|Severn Gate Hub|Gate Lane|Gloucester|GL2 9NQ|51.8642|-2.2382|
            """;

    static List<Site> all() {
        return ALL.lines().map(Site::parse).toList();
    }

    boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    private static Site parse(String line) {
        var fields = line.split("\\|", FIELDS);
        return new Site(
                fields[0],
                SiteKind.valueOf(fields[1]),
                fields[2],
                fields[3],
                fields[4],
                fields[5],
                fields[6],
                fields[7],
                fields[8]);
    }
}
