/** The languages of targeting: ISO 639-1 codes with their English names. */
// biome-ignore format: a table
export const languages: readonly (readonly [code: string, name: string])[] = [
  ['ar', 'Arabic'], ['cs', 'Czech'], ['da', 'Danish'], ['de', 'German'], ['el', 'Greek'], ['en', 'English'],
  ['es', 'Spanish'], ['fi', 'Finnish'], ['fr', 'French'], ['he', 'Hebrew'], ['hu', 'Hungarian'], ['id', 'Indonesian'],
  ['it', 'Italian'], ['ja', 'Japanese'], ['ko', 'Korean'], ['nb', 'Norwegian'], ['nl', 'Dutch'], ['pl', 'Polish'],
  ['pt', 'Portuguese'], ['ro', 'Romanian'], ['ru', 'Russian'], ['sk', 'Slovak'], ['sv', 'Swedish'], ['tr', 'Turkish'],
]
