/** The regions of a country by the second part of their ISO 3166-2 codes. */
export interface CountryRegions {
  readonly code: string
  readonly name: string
  readonly regions: readonly (readonly [code: string, name: string])[]
}

/** Some of the countries whose regions may be targeted: any region code is accepted. */
// biome-ignore format: a table
export const countryRegions: readonly CountryRegions[] = [
  { code: 'US', name: 'U.S.', regions: [
    ['AL', 'Alabama'], ['AK', 'Alaska'], ['AZ', 'Arizona'], ['AR', 'Arkansas'], ['CA', 'California'],
    ['CO', 'Colorado'], ['CT', 'Connecticut'], ['DE', 'Delaware'], ['DC', 'District of Columbia'], ['FL', 'Florida'],
    ['GA', 'Georgia'], ['HI', 'Hawaii'], ['ID', 'Idaho'], ['IL', 'Illinois'], ['IN', 'Indiana'], ['IA', 'Iowa'],
    ['KS', 'Kansas'], ['KY', 'Kentucky'], ['LA', 'Louisiana'], ['ME', 'Maine'], ['MD', 'Maryland'],
    ['MA', 'Massachusetts'], ['MI', 'Michigan'], ['MN', 'Minnesota'], ['MS', 'Mississippi'], ['MO', 'Missouri'],
    ['MT', 'Montana'], ['NE', 'Nebraska'], ['NV', 'Nevada'], ['NH', 'New Hampshire'], ['NJ', 'New Jersey'],
    ['NM', 'New Mexico'], ['NY', 'New York'], ['NC', 'North Carolina'], ['ND', 'North Dakota'], ['OH', 'Ohio'],
    ['OK', 'Oklahoma'], ['OR', 'Oregon'], ['PA', 'Pennsylvania'], ['RI', 'Rhode Island'], ['SC', 'South Carolina'],
    ['SD', 'South Dakota'], ['TN', 'Tennessee'], ['TX', 'Texas'], ['UT', 'Utah'], ['VT', 'Vermont'],
    ['VA', 'Virginia'], ['WA', 'Washington'], ['WV', 'West Virginia'], ['WI', 'Wisconsin'], ['WY', 'Wyoming'],
  ] },
  { code: 'CA', name: 'Canada', regions: [
    ['AB', 'Alberta'], ['BC', 'British Columbia'], ['MB', 'Manitoba'], ['NB', 'New Brunswick'],
    ['NL', 'Newfoundland and Labrador'], ['NS', 'Nova Scotia'], ['NT', 'Northwest Territories'], ['NU', 'Nunavut'],
    ['ON', 'Ontario'], ['PE', 'Prince Edward Island'], ['QC', 'Quebec'], ['SK', 'Saskatchewan'], ['YT', 'Yukon'],
  ] },
  { code: 'GB', name: 'United Kingdom', regions: [
    ['ENG', 'England'], ['NIR', 'Northern Ireland'], ['SCT', 'Scotland'], ['WLS', 'Wales'],
  ] },
  { code: 'DE', name: 'Germany', regions: [
    ['BW', 'Baden-Württemberg'], ['BY', 'Bavaria'], ['BE', 'Berlin'], ['BB', 'Brandenburg'], ['HB', 'Bremen'],
    ['HH', 'Hamburg'], ['HE', 'Hesse'], ['NI', 'Lower Saxony'], ['MV', 'Mecklenburg-Vorpommern'],
    ['NW', 'North Rhine-Westphalia'], ['RP', 'Rhineland-Palatinate'], ['SL', 'Saarland'], ['SN', 'Saxony'],
    ['ST', 'Saxony-Anhalt'], ['SH', 'Schleswig-Holstein'], ['TH', 'Thuringia'],
  ] },
  { code: 'FR', name: 'France', regions: [
    ['ARA', 'Auvergne-Rhône-Alpes'], ['BFC', 'Bourgogne-Franche-Comté'], ['BRE', 'Brittany'],
    ['CVL', 'Centre-Val de Loire'], ['GES', 'Grand Est'], ['HDF', 'Hauts-de-France'], ['IDF', 'Île-de-France'],
    ['NOR', 'Normandy'], ['NAQ', 'Nouvelle-Aquitaine'], ['OCC', 'Occitania'], ['PDL', 'Pays de la Loire'],
    ['PAC', 'Provence-Alpes-Côte d’Azur'],
  ] },
  { code: 'BE', name: 'Belgium', regions: [
    ['VAN', 'Antwerp'], ['BRU', 'Brussels'], ['VOV', 'East Flanders'], ['VBR', 'Flemish Brabant'], ['WHT', 'Hainaut'],
    ['WLG', 'Liège'], ['VLI', 'Limburg'], ['WLX', 'Luxembourg'], ['WNA', 'Namur'], ['WBR', 'Walloon Brabant'],
    ['VWV', 'West Flanders'],
  ] },
  { code: 'NL', name: 'Netherlands', regions: [
    ['DR', 'Drenthe'], ['FL', 'Flevoland'], ['FR', 'Friesland'], ['GE', 'Gelderland'], ['GR', 'Groningen'],
    ['LI', 'Limburg'], ['NB', 'North Brabant'], ['NH', 'North Holland'], ['OV', 'Overijssel'], ['UT', 'Utrecht'],
    ['ZE', 'Zeeland'], ['ZH', 'South Holland'],
  ] },
  { code: 'AU', name: 'Australia', regions: [
    ['ACT', 'Australian Capital Territory'], ['NSW', 'New South Wales'], ['NT', 'Northern Territory'],
    ['QLD', 'Queensland'], ['SA', 'South Australia'], ['TAS', 'Tasmania'], ['VIC', 'Victoria'],
    ['WA', 'Western Australia'],
  ] },
]
