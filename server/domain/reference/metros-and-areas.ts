type Named = readonly [code: string, name: string]

/** The larger metro areas of the US by their Nielsen codes. */
// biome-ignore format: a table
export const metros: readonly Named[] = [
  ['501', 'New York'], ['502', 'Binghamton'], ['503', 'Macon'], ['504', 'Philadelphia'], ['505', 'Detroit'],
  ['506', 'Boston'], ['507', 'Savannah'], ['508', 'Pittsburgh'], ['509', 'Fort Wayne'], ['510', 'Cleveland'],
  ['511', 'Washington, DC'], ['512', 'Baltimore'], ['513', 'Flint-Saginaw-Bay City'], ['514', 'Buffalo'],
  ['515', 'Cincinnati'], ['517', 'Charlotte'], ['521', 'Providence-New Bedford'], ['524', 'Atlanta'],
  ['527', 'Indianapolis'], ['528', 'Miami-Fort Lauderdale'], ['529', 'Louisville'],
  ['532', 'Albany-Schenectady-Troy'], ['533', 'Hartford-New Haven'], ['534', 'Orlando-Daytona Beach'],
  ['535', 'Columbus, OH'], ['538', 'Rochester, NY'], ['539', 'Tampa-St. Petersburg'], ['542', 'Dayton'],
  ['544', 'Norfolk-Portsmouth'], ['547', 'Toledo'], ['548', 'West Palm Beach'], ['556', 'Richmond-Petersburg'],
  ['557', 'Knoxville'], ['560', 'Raleigh-Durham'], ['561', 'Jacksonville'], ['602', 'Chicago'], ['609', 'St. Louis'],
  ['613', 'Minneapolis-St. Paul'], ['616', 'Kansas City'], ['617', 'Milwaukee'], ['618', 'Houston'],
  ['622', 'New Orleans'], ['623', 'Dallas-Fort Worth'], ['630', 'Birmingham'], ['635', 'Austin'], ['640', 'Memphis'],
  ['641', 'San Antonio'], ['650', 'Oklahoma City'], ['652', 'Omaha'], ['659', 'Nashville'], ['669', 'Madison'],
  ['671', 'Tulsa'], ['678', 'Wichita-Hutchinson'], ['679', 'Des Moines-Ames'], ['716', 'Baton Rouge'],
  ['717', 'Quincy-Hannibal-Keokuk'], ['743', 'Anchorage'], ['744', 'Honolulu'], ['751', 'Denver'],
  ['752', 'Colorado Springs-Pueblo'], ['753', 'Phoenix'], ['757', 'Boise'], ['762', 'Missoula'], ['765', 'El Paso'],
  ['770', 'Salt Lake City'], ['789', 'Tucson'], ['790', 'Albuquerque-Santa Fe'], ['803', 'Los Angeles'],
  ['807', 'San Francisco-Oakland-San Jose'], ['811', 'Reno'], ['819', 'Seattle-Tacoma'], ['820', 'Portland, OR'],
  ['821', 'Bend'], ['825', 'San Diego'], ['839', 'Las Vegas'], ['862', 'Sacramento-Stockton-Modesto'],
  ['866', 'Fresno-Visalia'], ['881', 'Spokane'],
]

/** Areas of other countries that may be targeted: those that the official description shows. */
// biome-ignore format: a table
export const areas: readonly Named[] = [
  ['36101', 'Australia: Capital Region'], ['36102', 'Australia: Central Coast'], ['36103', 'Australia: Central West'],
  ['36104', 'Australia: Coffs Harbour - Grafton'], ['36105', 'Australia: Far West and Orana'],
  ['36106', 'Australia: Hunter Valley Exc Newcastle'], ['36107', 'Australia: Illawarra'],
  ['36108', 'Australia: Mid North Coast'], ['36109', 'Australia: Murray'],
  ['36313', 'Australia: Moreton Bay - North'], ['124735', 'Canada: North Battleford'],
  ['554010', 'New Zealand: Far North'], ['554011', 'New Zealand: Whangarei'], ['554013', 'New Zealand: Invercargill'],
  ['554014', 'New Zealand: Tararua'], ['554015', 'New Zealand: Gisborne'], ['554016', 'New Zealand: Marlborough'],
  ['554017', 'New Zealand: Wanganui'],
]
