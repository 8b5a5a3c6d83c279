import { z } from 'zod'
import { LongText } from '#server/http/schema/fields.ts'

const words = LongText.nullish()
const hashed = (what: string) => words.meta({ description: `${what}, hashed with SHA1, SHA256 or MD5.` })

/** The known data of one person: at least one field. */
export const CustomerRow = z
  .strictObject({
    email: words.meta({ description: 'Email address in lower case, plain or hashed with SHA1, SHA256 or MD5.' }),
    maid: hashed('Mobile advertising id'),
    hashed_phone_number: hashed('Phone number'),
    hashed_pinner_id: hashed('Pinterest user id'),
    ip_address: words,
    user_agent: words,
    external_id: words.meta({ description: "The advertiser's own id of the person." }),
    liveramp_envelope: words,
  })
  .meta({ id: 'CustomerRow', description: 'Identifiers of one person. Other fields are refused.' })
export type CustomerRow = z.output<typeof CustomerRow>

/** The fields of a row that hold hashes. */
export const hashedRowFields = ['maid', 'hashed_phone_number', 'hashed_pinner_id'] as const

/** The fields that identify a person, the first present one alone; after them, address and browser together. */
const identifiers = [
  'email',
  'maid',
  'hashed_phone_number',
  'hashed_pinner_id',
  'external_id',
  'liveramp_envelope',
] as const

/** Returns the key that identifies the person of a row within the list; empty where the row identifies nobody. */
export const personOf = (row: CustomerRow): string =>
  identifiers.map((field) => row[field]).find((value) => value) ??
  [row.ip_address, row.user_agent].filter((value) => value).join(' ')

/** Splits a text of records separated by commas. */
export const recordsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((record) => record.trim())
    .filter((record) => record !== '')

/** The records of a request: as text, or as rows. */
export interface SentRecords {
  readonly records?: string | null | undefined
  readonly records_v2?: readonly CustomerRow[] | null | undefined
}

/** Returns the key of each person in a request. */
export const peopleIn = ({ records, records_v2 }: SentRecords): readonly string[] =>
  records_v2 != null ? records_v2.map(personOf) : recordsIn(records ?? '')
