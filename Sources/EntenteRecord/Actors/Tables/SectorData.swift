// Written by Scripts/make_state_tables.py; edit its inputs, not this file.

/// Sectors of ICEWS entities, as in `Foreign Affairs (Russia)`, that belong to a government.
///
/// Those whose rows in the daily files of 2018-10 to 2019-03 mostly carry the sector
/// Government; only ten of 344 sectors are ever found on both sides.
enum SectorData {
  static let government = #"""
    Admiral;Agriculture / Fishing / Forestry Ministry;Air Force;Air Force Chief;Air Marshall
    Aircraft Carrier;Airman;Appeals Court;Army Chief of Staff;Army National Guard;Army Personnel
    Assemblies;Attack Craft;Attack Helicopter;Attorney General;Border Patrol;Bureaucrat
    Cabinet / Council of Ministers / Advisors;Central Bank;Charge D'affaires;Chief Court Judge
    Chief of Staff;City Mayor;Civil Servant;Commando;Congress;Constituent Assembly
    Constitutional Court;Consul General Office;Court Judge;Customs Official
    Defense / Security Ministry;Defense Attorney
    Department of Geologic Survey and its Mineral Exploration;Development Council
    Director General;District Commissioner;Domestic Affairs;Education Ministry
    Election Commission;Energy Department/Ministry;Environment Department/Ministry;Envoy
    Federal Judge;Fighter Bomber;Finance / Economy / Commerce / Trade Ministry;Fire Brigade
    Food, Water, and Disaster Relief;Foreign Affairs;Governing Party;Government
    Government Affiliated Bank;Government Delegation;Government Lawyer/Representative
    Government Official;Government Religious;Governor;Governor General;Head of Government
    Health Ministry;High Commission;High Ranking Military Personnel;House Speaker
    House of Councillors;House of Representatives;Human Rights Commission
    Independent Electoral Commission;Industrial / Textiles / Mining Ministry
    Information / Communication / Transparency Ministry;Information Ministry;Inspector General
    Intelligence;Intelligence Chief;Intelligence Officer;Interim Government;Interim Leader
    Investment Commission;Joint Chiefs of Staff;Justice Department/Ministery
    Labor and Employment Ministry;Lawmaker;Legislature;Lower House of Parliament;Marine Corp
    Member of Legislative (Govt);Member of Parliament;Member of the Judiciary;Military
    Military Academy;Military Advisor;Military Intelligence;Military Judge;Military Personnel
    Military Personnel - Special;Military Police;Military Transport Plane;Ministry
    Ministry for International Development;Ministry of Communication
    Ministry of Energy and Water;Ministry of International Cooperation
    Ministry of Public Security;Ministry of Shipping;Ministry of Tourism;Ministry of Women
    Ministry/Department of Technology;Municipal Court;National Airline
    National Intelligence Bureau;National Press;National Security Advisor;Naval;Naval Base
    Observers In;Ombudsman;Other Authorities / Officials;Oversight Court;Peacekeeping Troop
    Planning Commission;Police;President of the Senate;Presidential Aide
    Presidential Press Service;Provincial Officials;Public Courts;Public Prosecutor
    Public Sector;Public Works;Regulator;Representative to the United Nations;Representatives
    Reserve Personnel;Royal Administration;Royal Court;Ruling Coalition;Ruling Parties
    Ruling Party;Seamen;Secret Agent;Secretariat;Security Council;Senate;Space Agency
    Special Court;Spy Plane;State Duma;State Media;State Owned Business;Tourist Board
    Trade Official;Transportation Ministry/Department;Treasury/Finance Ministry;Undersecretary
    Unification Ministry;Women / Children / Social / Welfare / Development / Religion Ministry
    """#
}
