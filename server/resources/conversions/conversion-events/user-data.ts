import { z } from 'zod'

/** The fields that take only SHA-256 hashes. */
export const hashedFields = [
  'em',
  'hashed_maids',
  'ph',
  'ge',
  'db',
  'ln',
  'fn',
  'ct',
  'st',
  'zp',
  'country',
  'external_id',
] as const

const hashes = (what: string) =>
  z
    .array(z.string())
    .nullish()
    .meta({ description: `SHA-256 of ${what}.` })
const words = z.string().nullish()

/** The user of an event: personal data as hashes. */
export const UserData = z
  .object({
    em: hashes('email addresses in lower case'),
    hashed_maids: hashes("devices' advertising ids"),
    ph: hashes('phone numbers, digits only'),
    ge: hashes('the gender: f, m or n'),
    db: hashes('the date of birth'),
    ln: hashes('the last name in lower case'),
    fn: hashes('the first name in lower case'),
    ct: hashes('the city in lower case'),
    st: hashes('the state, two letters in lower case'),
    zp: hashes('the postal code'),
    country: hashes('the country, two letters in lower case'),
    external_id: hashes("the advertiser's own id of the person"),
    client_ip_address: words,
    client_user_agent: words,
    click_id: words,
    partner_id: words.meta({ description: 'Id that the sending partner has for the person.' }),
  })
  .meta({
    id: 'ConversionUserData',
    description: 'Person of the event. Requires em, hashed_maids, or client_ip_address with client_user_agent.',
  })

export type UserData = z.output<typeof UserData>
