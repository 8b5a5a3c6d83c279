import type { Rule } from '#server/domain/rules/rule.ts'
import { hashedRowFields, personOf, recordsIn, type SentRecords } from './records.ts'
import type { ListType } from './schema.ts'

/** The facts that the rules of customer lists evaluate: the records of a request. */
export interface RecordsFacts {
  readonly list_type: ListType
  readonly sent: SentRecords
}

const deviceIds: readonly ListType[] = ['MAID', 'IDFA']

/** The hexadecimal digits of MD5, SHA-1 or SHA-256. */
const digest = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i

const rowsOf = ({ sent }: RecordsFacts) => sent.records_v2 ?? []

const unhashedIn = (facts: RecordsFacts): readonly string[] =>
  rowsOf(facts).flatMap((row, place) =>
    hashedRowFields
      .filter((field) => row[field] != null && !digest.test(row[field]))
      .map((field) => `records_v2[${place}].${field}`),
  )

const rule = { operations: ['customer_lists/create', 'customer_lists/update'], refuses: 'request' } as const

/** Rules about the records of a request; each refuses the request. */
export const customerListRules: readonly Rule<RecordsFacts>[] = [
  {
    ...rule,
    id: 'customer_list.records.one-form',
    fields: ['records', 'records_v2'],
    evidence: 'documented',
    source: 'F138: S528 CustomerListRequest; the code and the text are assumed',
    code: 1,
    message: 'Invalid request: give exactly one of records and records_v2.',
    violated: ({ sent }) => (sent.records == null) === (sent.records_v2 == null),
  },
  {
    ...rule,
    id: 'customer_list.records.some',
    fields: ['records'],
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'Invalid request: records has none; give at least one, with commas between them.',
    when: ({ sent }) => sent.records != null,
    violated: ({ sent }) => recordsIn(sent.records ?? '').length === 0,
  },
  {
    ...rule,
    id: 'customer_list.rows.somebody',
    fields: ['records_v2'],
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'Invalid request: records_v2 must have a row at least, and each row a field by which somebody is known.',
    when: ({ sent }) => sent.records_v2 != null,
    violated: (facts) => rowsOf(facts).length === 0 || !rowsOf(facts).every((row) => personOf(row) !== ''),
  },
  {
    ...rule,
    id: 'customer_list.records.hashed',
    fields: ['records', 'list_type'],
    status: 422,
    evidence: 'documented',
    source: 'S523 CustomerListRequest; PSDK for the status; the code and the text are assumed',
    code: 1,
    message: 'records of list_type MAID or IDFA must be hashed with MD5, SHA1 or SHA256.',
    when: ({ list_type }) => deviceIds.includes(list_type),
    violated: ({ sent }) => !recordsIn(sent.records ?? '').every((record) => digest.test(record)),
  },
  {
    ...rule,
    id: 'customer_list.rows.hashed',
    fields: ['records_v2'],
    status: 422,
    evidence: 'documented',
    source: 'F138: S528 CustomerListRequest; that email alone may be plain, the code and the text are assumed',
    code: 1,
    message: `${hashedRowFields.join(', ')} of records_v2 must be hashed with MD5, SHA1 or SHA256.`,
    sent: unhashedIn,
    violated: (facts) => unhashedIn(facts).length > 0,
  },
]
