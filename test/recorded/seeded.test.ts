import t from 'tap'
import { operationOf } from '#openapi/operations.ts'
import { recordings } from '#scripts/openapi/recordings.ts'
import { implementedOperations } from '#server/registry/operations.ts'
import { mock } from '../support/mock.ts'
import { differences } from './compare.ts'
import { describedTypes, unexplained } from './compare-answer.ts'
import { shapeOf } from './shape.ts'

/** Reads that need nothing but an ad account. */
const reads = recordings.filter(({ operation, query, statuses }) => {
  const { method, path } = operationOf(operation)
  const isPlain = method === 'GET' && query.every((name) => name === 'page_size') && !/{(?!ad_account_id)/.test(path)
  return isPlain && statuses.includes(200) && implementedOperations.has(operation)
})

/** Objects that are returned as they were sent: the caller decides which keys they have. */
const asSent = /\b(targeting_spec|targeting_attributes|optimization_goal_metadata|tracking_urls|bid_options|rule)\./

const all = 'page_size=250&entity_statuses=ACTIVE,PAUSED,ARCHIVED,DRAFT,DELETED_DRAFT'

for (const { operation, answer } of reads) {
  t.test(`${operation} answers as recorded of whatever is in the built-in seed`, async (t) => {
    const { call, account } = await mock(t, { seed: 'small' })
    const { status, body } = await call(
      'GET',
      `/v5${operationOf(operation).path.replace('{ad_account_id}', account)}?${all}`,
    )
    t.equal(status, 200)
    const found = differences(answer, shapeOf(body), describedTypes[operation] ?? {})
    const differs = unexplained(operation, found).filter((line) => !asSent.test(line) && !line.endsWith('is proved'))
    t.strictSame(differs, [])
  })
}

t.test('the reads of the main things are among those that are held', async (t) => {
  const held = reads.map(({ operation }) => operation)
  t.ok(['ad_accounts/list', 'campaigns/list', 'ad_groups/list'].every((operation) => held.includes(operation)))
})
