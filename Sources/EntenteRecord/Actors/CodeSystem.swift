/// A way of writing states that some published data set uses.
public enum CodeSystem: String, CaseIterable, Sendable, Codable {
  /// ISO 3166-1 alpha-2. `NA` is Namibia.
  case iso2
  /// ISO 3166-1 alpha-3, and our own codes for states that ISO does not know.
  case iso3
  /// Correlates of War number.
  case cow
  /// Correlates of War abbreviation: `KOR` is Korea before 1905, `ROK` the South.
  case cowAbbreviation = "cow-abbreviation"
  /// Gleditsch-Ward number, which UCDP uses too.
  case gleditschWard = "gw"
  /// The three letters of CAMEO as GDELT writes them.
  case cameo
  /// FIPS 10-4, the codes of places in GDELT: `KS` is South Korea, `CH` is China.
  case fips
  /// Country names as ICEWS writes them.
  case icews
  /// English names and aliases.
  case name
}
