/** What a lead form may ask for; CUSTOM is a question in the advertiser's own words. */
export const leadFormQuestions = [
  'CUSTOM',
  'FULL_NAME',
  'FIRST_NAME',
  'LAST_NAME',
  'EMAIL',
  'PHONE_NUMBER',
  'ZIP_CODE',
  'GENDER',
  'CITY',
  'COUNTRY',
  'STATE_PROVINCE',
  'ADDRESS',
  'DATE_OF_BIRTH',
  'AGE',
] as const
