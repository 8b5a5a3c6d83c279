import { z } from 'zod'
import { LongText } from '#server/http/schema/fields.ts'

const words = LongText.nullish()
const hashed = (what: string) => words.meta({ description: `${what}, hashed with SHA1, SHA256 or MD5.` })

/** What is known of one person: at least one field. */
export const CustomerRow = z
  .strictObject({
    email: words.meta({ description: 'In lower case, plain or hashed with SHA1, SHA256 or MD5.' }),
    maid: hashed("A device's advertising id"),
    hashed_phone_number: hashed('A phone number'),
    hashed_pinner_id: hashed("A user's id"),
    ip_address: words,
    user_agent: words,
    external_id: words.meta({ description: "The advertiser's own id of the person." }),
    liveramp_envelope: words,
  })
  .meta({ id: 'CustomerRow', description: 'What is known of one person. No other fields are taken.' })
export type CustomerRow = z.output<typeof CustomerRow>

/** The fields of a row that are hashes. */
export const hashedRowFields = ['maid', 'hashed_phone_number', 'hashed_pinner_id'] as const

/** The fields by any of which a person is known, the first that is given by itself; then address and browser together. */
const identifiers = [
  'email',
  'maid',
  'hashed_phone_number',
  'hashed_pinner_id',
  'external_id',
  'liveramp_envelope',
] as const

/** Returns the key that tells the person of a row from others in the list; empty where the row says nothing. */
export const personOf = (row: CustomerRow): string =>
  identifiers.map((field) => row[field]).find((value) => value) ??
  [row.ip_address, row.user_agent].filter((value) => value).join(' ')

/** Returns the records of a text, with commas between them. */
export const recordsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((record) => record.trim())
    .filter((record) => record !== '')

/** Records as a call sends them: as text, or as rows. */
export interface SentRecords {
  readonly records?: string | null | undefined
  readonly records_v2?: readonly CustomerRow[] | null | undefined
}

/** Returns the key of each person that was sent. */
export const peopleIn = ({ records, records_v2 }: SentRecords): readonly string[] =>
  records_v2 != null ? records_v2.map(personOf) : recordsIn(records ?? '')
