import { customerListIn } from '../fixtures/audiences.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const digest = 'a'.repeat(40)

const creating =
  (records: string, list_type?: string) =>
  ({ post }: Mock): Promise<Answer> =>
    post('/customer_lists', { name: 'Newsletter', records, list_type })

const updating =
  (records: string, list_type?: string) =>
  async (mock: Mock): Promise<Answer> => {
    const { id } = await customerListIn(mock, { records: digest, list_type })
    return mock.patch(`/customer_lists/${id}`, { operation_type: 'ADD', records })
  }

const rows =
  (records_v2: unknown, more: object = {}) =>
  ({ post }: Mock): Promise<Answer> =>
    post('/customer_lists', { name: 'Newsletter', records_v2, ...more })

const addingRows =
  (records_v2: unknown) =>
  async (mock: Mock): Promise<Answer> =>
    mock.patch(`/customer_lists/${(await customerListIn(mock)).id}`, { operation_type: 'ADD', records_v2 })

/** An upload that has been run so many times; the answer is the last one's. */
const running =
  (times: number) =>
  async (mock: Mock): Promise<Answer> => {
    const path = `/customer_lists/${(await customerListIn(mock)).id}/uploads`
    const { body } = await mock.post(path, { operation: 'ADD', total_parts: 1 })
    const run = () => mock.post(`${path}/${body.customer_list_upload.id}/run`, undefined)
    for (let had = 0; had < times - 1; had++) await run()
    return run()
  }

/** Cases of the rules about customer lists and their uploads. */
export const customerListCases: readonly RuleCase[] = [
  {
    rule: 'customer_list.records.some',
    moment: 'in a creation',
    refused: creating(' , ,'),
    passes: creating('a@example.com'),
  },
  { rule: 'customer_list.records.some', moment: 'in an update', refused: updating(''), passes: updating(digest) },
  {
    rule: 'customer_list.records.hashed',
    moment: 'in a creation',
    refused: creating(`${digest},EA7583CD-B890-48BC-B542-42ECB2B48606`, 'MAID'),
    passes: creating(`${digest},${'b'.repeat(64)}`, 'MAID'),
  },
  {
    rule: 'customer_list.records.hashed',
    moment: 'in a list of email addresses',
    refused: creating('EA7583CD-B890-48BC-B542-42ECB2B48606', 'IDFA'),
    passes: creating('EA7583CD-B890-48BC-B542-42ECB2B48606', 'EMAIL'),
  },
  {
    rule: 'customer_list.records.hashed',
    moment: 'in an update',
    refused: updating('plain', 'IDFA'),
    passes: updating('c'.repeat(32), 'IDFA'),
  },
  {
    rule: 'customer_list.records.one-form',
    moment: 'when there is none',
    refused: rows(undefined),
    passes: rows([{ email: 'a@example.com' }]),
  },
  {
    rule: 'customer_list.records.one-form',
    moment: 'when there are both',
    refused: rows([{ email: 'a@example.com' }], { records: 'a@example.com' }),
    passes: rows([{ email: 'a@example.com' }], { records: null }),
  },
  {
    rule: 'customer_list.records.one-form',
    moment: 'in an update',
    refused: addingRows(undefined),
    passes: addingRows([{ email: 'a@example.com' }]),
  },
  {
    rule: 'customer_list.rows.somebody',
    moment: 'when there are no rows',
    refused: rows([]),
    passes: rows([{ email: 'a@example.com' }]),
  },
  {
    rule: 'customer_list.rows.somebody',
    moment: 'when a row is empty',
    refused: rows([{ email: 'a@example.com' }, { email: '' }]),
    passes: rows([{ email: 'a@example.com' }, { external_id: '1' }]),
  },
  {
    rule: 'customer_list.rows.hashed',
    refused: rows([{ email: 'a@example.com', hashed_phone_number: '15551234567' }]),
    passes: rows([{ email: 'a@example.com', hashed_phone_number: digest }]),
  },
  {
    rule: 'customer_list.rows.hashed',
    moment: 'in an update',
    refused: addingRows([{ maid: 'EA7583CD-B890-48BC-B542-42ECB2B48606' }]),
    passes: addingRows([{ maid: digest }]),
  },
  { rule: 'customer_list_upload.run.once', refused: running(2), passes: running(1) },
]
