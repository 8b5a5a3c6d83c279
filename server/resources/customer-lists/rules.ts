import type { Rule } from '../../domain/rule.ts'
import type { ListType } from './schema.ts'

/** Records that are sent to a list. */
export interface RecordsFacts {
  readonly list_type: ListType
  readonly records: readonly string[]
}

const operations = ['customer_lists/create', 'customer_lists/update']
const deviceIds: readonly ListType[] = ['MAID', 'IDFA']

/** The hexadecimal digits of MD5, SHA-1 or SHA-256. */
const digest = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i

/** Rules about the records that are sent to a list; each refuses the request. */
export const customerListRules: readonly Rule<RecordsFacts>[] = [
  {
    id: 'customer_list.records.some',
    operations,
    fields: ['records'],
    refuses: 'request',
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'Invalid request: records has none; give at least one, with commas between them.',
    broken: ({ records }) => records.length === 0,
  },
  {
    id: 'customer_list.records.hashed',
    operations,
    fields: ['records', 'list_type'],
    refuses: 'request',
    status: 422,
    evidence: 'documented',
    source: 'S523 CustomerListRequest; PSDK for the status; the code and the text are assumed',
    code: 1,
    message: 'records of list_type MAID or IDFA must be hashed with MD5, SHA1 or SHA256.',
    when: ({ list_type }) => deviceIds.includes(list_type),
    broken: ({ records }) => !records.every((record) => digest.test(record)),
  },
]
