// Written by Scripts/make_state_tables.py; edit its inputs, not this file.

/// States, extinct states and territories, with the days between which they exist.
///
/// `code|standing|of|spells|name`. The spells are the union of those of the State System
/// Membership list of Correlates of War (v2016) and of Gleditsch and Ward's list of
/// independent states (1999, as of 2017), which ask to be cited; those of microstates and of
/// contested states stand in Scripts/states/states.csv. Codes: ISO 3166-1 alpha-3, and our own
/// where ISO has none.
enum StateData {
  static let entries = #"""
    ABW|territory|NLD||Aruba
    AFG|state||/1888-12-30,1919-05-01/|Afghanistan
    AGO|state||1975-11-11/|Angola
    AIA|territory|GBR||Anguilla
    ALA|territory|FIN||Aland Islands
    ALB|state||1913-01-01/|Albania
    AND|state||/|Andorra
    ANT|territory|NLD||Netherlands Antilles
    ARE|state||1971-12-02/|United Arab Emirates
    ARG|state||1816-07-09/|Argentina
    ARM|state||1991-12-21/|Armenia
    ASM|territory|USA||American Samoa
    ATA|region|||Antarctica
    ATF|territory|FRA||French Southern Territories
    ATG|state||1981-11-01/|Antigua and Barbuda
    AUH|extinct||/1918-11-13|Austria-Hungary
    AUS|state||1901-01-01/|Australia
    AUT|state||1918-11-14/|Austria
    AZE|state||1991-12-21/|Azerbaijan
    BAD|extinct||/1871-01-18|Baden
    BAV|extinct||/1871-01-18|Bavaria
    BDI|state||1962-07-01/|Burundi
    BEL|state||1830-10-04/|Belgium
    BEN|state||1960-08-01/|Benin
    BES|territory|NLD||Bonaire, Saint Eustatius and Saba 
    BFA|state||1960-08-05/|Burkina Faso
    BGD|state||1971-12-16/|Bangladesh
    BGR|state||1878-03-03/|Bulgaria
    BHR|state||1971-08-15/|Bahrain
    BHS|state||1973-07-10/|Bahamas
    BIH|state||1992-04-07/|Bosnia and Herzegovina
    BLM|territory|FRA||Saint Barthelemy
    BLR|state||1991-08-25/|Belarus
    BLZ|state||1981-09-21/|Belize
    BMU|territory|GBR||Bermuda
    BOL|state||1825-08-06/|Bolivia
    BRA|state||1822-09-07/|Brazil
    BRB|state||1966-11-30/|Barbados
    BRN|state||1984-01-01/|Brunei
    BTN|state||1949-01-01/|Bhutan
    BVT|territory|NOR||Bouvet Island
    BWA|state||1966-09-30/|Botswana
    CAF|state||1960-08-13/|Central African Republic
    CAN|state||1867-07-01/|Canada
    CCK|territory|AUS||Cocos Islands
    CHE|state||/|Switzerland
    CHL|state||1818-04-01/|Chile
    CHN|state||/|China
    CIV|state||1960-08-07/|Ivory Coast
    CMR|state||1960-01-01/|Cameroon
    COD|state||1960-06-30/|Democratic Republic of the Congo
    COG|state||1960-08-15/|Republic of the Congo
    COK|territory|NZL||Cook Islands
    COL|state||1830-09-23/|Colombia
    COM|state||1975-07-06/|Comoros
    CPV|state||1975-07-05/|Cape Verde
    CRI|state||1840-01-01/|Costa Rica
    CSK|extinct||1918-10-28/1992-12-31|Czechoslovakia
    CUB|state||1902-05-20/|Cuba
    CUW|territory|NLD||Curacao
    CXR|territory|AUS||Christmas Island
    CYM|territory|GBR||Cayman Islands
    CYP|state||1960-08-16/|Cyprus
    CZE|state||1993-01-01/|Czech Republic
    DDR|extinct||1949-10-05/1990-10-02|East Germany
    DEU|state||/1945-05-08,1949-09-21/|Germany
    DJI|state||1977-06-27/|Djibouti
    DMA|state||1978-11-03/|Dominica
    DNK|state||/|Denmark
    DOM|state||1844-02-27/|Dominican Republic
    DZA|state||/1830-07-05,1962-07-05/|Algeria
    ECU|state||1830-05-13/|Ecuador
    EGY|state||1827-01-01/1882-09-15,1922-02-28/|Egypt
    ERI|state||1993-05-24/|Eritrea
    ESH|territory|||Western Sahara
    ESP|state||/|Spain
    EST|state||1918-02-24/1940-06-16,1991-09-06/|Estonia
    ETH|state||1855-02-11/|Ethiopia
    FIN|state||1917-12-06/|Finland
    FJI|state||1970-10-10/|Fiji
    FLK|territory|GBR||Falkland Islands
    FRA|state||/|France
    FRO|territory|DNK||Faroe Islands
    FSM|state||1986-11-03/|Micronesia
    GAB|state||1960-08-17/|Gabon
    GBR|state||/|United Kingdom
    GCL|extinct||1821-08-30/1830-09-22|Great Colombia
    GEO|state||1991-12-21/|Georgia
    GGY|territory|GBR||Guernsey
    GHA|state||1957-03-06/|Ghana
    GIB|territory|GBR||Gibraltar
    GIN|state||1958-10-02/|Guinea
    GLP|territory|FRA||Guadeloupe
    GMB|state||1965-02-18/|Gambia
    GNB|state||1974-09-10/|Guinea-Bissau
    GNQ|state||1968-10-12/|Equatorial Guinea
    GRC|state||1828-01-01/|Greece
    GRD|state||1974-02-07/|Grenada
    GRL|territory|DNK||Greenland
    GTM|state||1840-01-01/|Guatemala
    GUF|territory|FRA||French Guiana
    GUM|territory|USA||Guam
    GUY|state||1966-05-26/|Guyana
    HAN|extinct||/1871-01-17|Hanover
    HKG|territory|CHN||Hong Kong
    HMD|territory|AUS||Heard Island and McDonald Islands
    HND|state||1840-01-01/|Honduras
    HRV|state||1992-01-15/|Croatia
    HSE|extinct||/1871-01-17|Hesse Electoral
    HSG|extinct||/1871-01-17|Hesse Grand Ducal
    HTI|state||/1915-07-28,1934-08-15/|Haiti
    HUN|state||1918-11-03/|Hungary
    IDN|state||1945-08-17/|Indonesia
    IMN|territory|GBR||Isle of Man
    IND|state||1947-08-15/|India
    IOT|territory|GBR||British Indian Ocean Territory
    IRL|state||1921-12-06/|Ireland
    IRN|state||/|Iran
    IRQ|state||1932-10-03/|Iraq
    ISL|state||1944-06-17/|Iceland
    ISR|state||1948-05-14/|Israel
    ITA|state||/|Italy
    JAM|state||1962-08-06/|Jamaica
    JEY|territory|GBR||Jersey
    JOR|state||1946-03-22/|Jordan
    JPN|state||/|Japan
    KAZ|state||1991-12-16/|Kazakhstan
    KEN|state||1963-12-12/|Kenya
    KGZ|state||1991-08-31/|Kyrgyzstan
    KHM|state||1953-11-09/|Cambodia
    KIR|state||1979-07-12/|Kiribati
    KNA|state||1983-09-19/|Saint Kitts and Nevis
    KOR|state||1948-08-15/|South Korea
    KWT|state||1961-06-19/|Kuwait
    LAO|state||1953-10-23/|Laos
    LBN|state||1944-11-22/|Lebanon
    LBR|state||1847-07-26/|Liberia
    LBY|state||/1834-12-31,1951-12-24/|Libya
    LCA|state||1979-02-22/|Saint Lucia
    LIE|state||/|Liechtenstein
    LKA|state||1948-02-04/|Sri Lanka
    LSO|state||1966-10-04/|Lesotho
    LTU|state||1918-02-16/1940-06-15,1991-09-06/|Lithuania
    LUX|state||1867-05-11/|Luxembourg
    LVA|state||1918-11-11/1940-06-16,1991-09-06/|Latvia
    MAC|territory|CHN||Macao
    MAF|territory|FRA||Saint Martin
    MAR|state||/1912-03-30,1956-03-02/|Morocco
    MCO|state||/|Monaco
    MDA|state||1991-08-27/|Moldova
    MDG|state||/1896-08-05,1960-06-26/|Madagascar
    MDV|state||1965-05-26/|Maldives
    MEC|extinct||/1871-01-17|Mecklenburg Schwerin
    MEX|state||1821-07-01/|Mexico
    MHL|state||1986-10-21/|Marshall Islands
    MKD|state||1991-11-20/|North Macedonia
    MLI|state||1960-06-20/|Mali
    MLT|state||1964-09-21/|Malta
    MMR|state||/1885-12-31,1948-01-04/|Myanmar
    MNE|state||1868-01-01/1915-07-01,2006-06-03/|Montenegro
    MNG|state||1921-03-13/|Mongolia
    MNP|territory|USA||Northern Mariana Islands
    MOD|extinct||/1861-03-16|Modena
    MOZ|state||1975-06-25/|Mozambique
    MRT|state||1960-11-28/|Mauritania
    MSR|territory|GBR||Montserrat
    MTQ|territory|FRA||Martinique
    MUS|state||1968-03-12/|Mauritius
    MWI|state||1964-07-06/|Malawi
    MYS|state||1957-08-31/|Malaysia
    MYT|territory|FRA||Mayotte
    NAM|state||1990-03-21/|Namibia
    NCL|territory|FRA||New Caledonia
    NER|state||1960-08-03/|Niger
    NFK|territory|AUS||Norfolk Island
    NGA|state||1960-10-01/|Nigeria
    NIC|state||1840-01-01/|Nicaragua
    NIU|territory|NZL||Niue
    NLD|state||/|Netherlands
    NOR|state||1905-06-07/|Norway
    NPL|state||/|Nepal
    NRU|state||1968-01-31/|Nauru
    NZL|state||1907-09-01/|New Zealand
    OFS|extinct||1854-03-28/1910-05-30|Orange Free State
    OMN|state||/|Oman
    PAK|state||1947-08-14/|Pakistan
    PAN|state||1903-11-03/|Panama
    PAP|extinct||/1870-09-22|Papal States
    PCN|territory|GBR||Pitcairn
    PER|state||1824-12-09/|Peru
    PHL|state||1946-07-04/|Philippines
    PLW|state||1994-10-01/|Palau
    PMA|extinct||/1861-03-16|Parma
    PNG|state||1975-09-16/|Papua New Guinea
    POL|state||1918-11-03/|Poland
    PRI|territory|USA||Puerto Rico
    PRK|state||1948-09-09/|North Korea
    PRT|state||/|Portugal
    PRY|state||/|Paraguay
    PSE|contested||1988-11-15/|Palestine
    PYF|territory|FRA||French Polynesia
    QAT|state||1971-09-03/|Qatar
    REU|territory|FRA||Reunion
    ROU|state||1878-07-13/|Romania
    RUS|state||/|Russia
    RVN|extinct||1954-05-01/1975-04-30|South Vietnam
    RWA|state||1962-01-07/|Rwanda
    SAU|state||1927-05-20/|Saudi Arabia
    SAX|extinct||/1871-01-17|Saxony
    SDN|state||1956-01-01/|Sudan
    SEN|state||1960-04-04/|Senegal
    SGP|state||1965-08-09/|Singapore
    SGS|territory|GBR||South Georgia and the South Sandwich Islands
    SHN|territory|GBR||Saint Helena
    SIC|extinct||/1861-03-16|Two Sicilies
    SJM|territory|NOR||Svalbard and Jan Mayen
    SLB|state||1978-07-07/|Solomon Islands
    SLE|state||1961-04-27/|Sierra Leone
    SLV|state||1840-01-01/|El Salvador
    SMR|state||/|San Marino
    SOM|state||1960-07-01/|Somalia
    SPM|territory|FRA||Saint Pierre and Miquelon
    SRB|state||1878-07-13/|Serbia
    SSD|state||2011-07-09/|South Sudan
    STP|state||1975-07-12/|Sao Tome and Principe
    SUR|state||1975-11-25/|Suriname
    SVK|state||1993-01-01/|Slovakia
    SVN|state||1992-01-15/|Slovenia
    SWE|state||/|Sweden
    SWZ|state||1968-09-06/|Eswatini
    SXM|territory|NLD||Sint Maarten
    SYC|state||1976-06-29/|Seychelles
    SYR|state||1946-01-01/|Syria
    TBT|extinct||1913-01-01/1950-10-01|Tibet
    TCA|territory|GBR||Turks and Caicos Islands
    TCD|state||1960-08-11/|Chad
    TGO|state||1960-04-27/|Togo
    THA|state||/|Thailand
    TJK|state||1991-09-09/|Tajikistan
    TKL|territory|NZL||Tokelau
    TKM|state||1991-10-27/|Turkmenistan
    TLS|state||2002-05-20/|Timor-Leste
    TON|state||1970-06-04/|Tonga
    TRA|extinct||1852-01-01/1910-05-30|Transvaal
    TTO|state||1962-08-31/|Trinidad and Tobago
    TUN|state||/1881-05-12,1956-01-01/|Tunisia
    TUR|state||/|Turkey
    TUS|extinct||/1861-03-16|Tuscany
    TUV|state||1978-10-01/|Tuvalu
    TWN|contested||1949-12-08/|Taiwan
    TZA|state||1961-12-09/|Tanzania
    UGA|state||1962-10-09/|Uganda
    UKR|state||1991-12-01/|Ukraine
    UMI|territory|USA||United States Minor Outlying Islands
    UPC|extinct||1823-07-01/1839-12-31|United Provinces of Central America
    URY|state||1830-05-26/|Uruguay
    USA|state||/|United States
    UZB|state||1991-08-31/|Uzbekistan
    VAT|state||1929-02-11/|Holy See
    VCT|state||1979-10-27/|Saint Vincent and the Grenadines
    VEN|state||1829-01-01/|Venezuela
    VGB|territory|GBR||British Virgin Islands
    VIR|territory|USA||United States Virgin Islands
    VNM|state||1954-05-01/|Vietnam
    VUT|state||1980-07-30/|Vanuatu
    WLF|territory|FRA||Wallis and Futuna
    WRT|extinct||/1871-01-18|Wuerttemberg
    WSM|state||1962-01-01/|Samoa
    XKR|extinct||/1910-08-22|Korea before 1910
    XKX|contested||2008-02-17/|Kosovo
    XVN|extinct||/1893-01-01|Vietnam before 1893
    YEM|state||1918-10-30/|Yemen
    YMD|extinct||1967-11-30/1990-05-21|South Yemen
    ZAF|state||1910-05-31/|South Africa
    ZAN|extinct||1963-12-19/1964-04-26|Zanzibar
    ZMB|state||1964-10-24/|Zambia
    ZWE|state||1965-11-11/|Zimbabwe
    """#
}
