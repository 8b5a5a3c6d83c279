import t from 'tap'
import { operations } from '#openapi/operations.ts'
import { evidences } from '#server/domain/rules/rule.ts'
import { RuleEngine } from '#server/domain/rules/rule-engine.ts'
import { implementedOperations } from '#server/registry/operations.ts'
import { ruleCatalog } from '#server/registry/rule-catalog.ts'
import { isAbout, isHow, isSaid, type Judged, type KnownCode, knownCodes, observedOf, unlikeObserved } from './codes.ts'

const entries = ruleCatalog(new RuleEngine())

/** Entries graded `assumed` whose number or words were observed of something else. */
const observedOfOthers: Readonly<Record<string, string>> = {
  'request.client': 'observed of a bearer token; that a wrong secret of an app is answered alike is not',
  'request.token-kind': "observed of a missing scope; what an app's own token gets where it may not go is not",
  'ad_account.access': 'observed of a Pin for a board of someone else; of an ad account it is not',
  'business.access': 'observed of a Pin for a board of someone else; of a business it is not',
  'product_group.products.disapproved': 'observed of items and feeds; of what filters choose it is not',
  'product_group.products.under-review': 'observed of the deletion of a feed; of what filters choose it is not',
  'supplemental_item_batch.disapproved': 'observed of items and feeds; of local inventory it is not',
  'supplemental_item_batch.under-review': 'observed of the deletion of a feed; of local inventory it is not',
  'server.storage': 'the number of any failure; this one is only here',
  'server.room': 'the number of any failure; this one is only here',
  'server.state': 'the number of any failure; this one is only here',
  'server.unready': 'the number of any failure; this one is only here',
}

/** Refusals that were observed of what is built, and that no rule or problem here is in those words. */
const notHere: Readonly<Record<string, string>> = {
  '400 - keywords/create': 'the schema refuses it, as request.schema',
  '401 3 Your application consumer type is not supported, please contact support.': 'apps are never approved here',
  '401 3 Your application does not have access to this restricted feature: pin_edit': 'Pins can be edited here',
  "400 1 Parameter '{name}' (value {value}) is not one of {values}.":
    'the validator of query parameters says it of every enumeration',
  '422 953 The action could not be processed properly due to some or all data provided being invalid.':
    'the answer says it, and its events say which rule each of them broke',
}

const nameOf = ({ status, code, message, operations: where }: KnownCode): string =>
  [status, code ?? '-', message ?? where.join(', ')].join(' ')

t.test('every observed code is of an operation that there is, and states its source', async (t) => {
  const ids = operations.map(({ id }) => id)
  for (const { message, code, operations: where, evidence } of knownCodes) {
    t.same(
      where.filter((id) => !ids.includes(id)),
      [],
      `${code} ${message}`,
    )
    t.ok(
      evidences.some((known) => known === evidence),
      `${code} ${message}`,
    )
    t.ok(code !== null || message !== undefined || where.length > 0, 'there is something to know it by')
  }
})

t.test('nothing that was observed is called assumed, but for what is excepted with a reason', async (t) => {
  const found = entries.filter((entry) => entry.evidence === 'assumed' && observedOf(entry).length > 0)
  t.same(found.map(({ id }) => id).sort(), Object.keys(observedOfOthers).sort())
})

t.test(
  'every refusal that was observed of what is built is met here, but for what is excepted with a reason',
  async (t) => {
    const observed = knownCodes.filter(({ evidence }) => evidence === 'observed')
    const here = observed.filter(
      ({ operations: where }) => where.length === 0 || where.some((id) => implementedOperations.has(id)),
    )
    const missing = here.filter((known) => !entries.some((one) => isHow(known, one)))
    t.same(missing.map(nameOf).sort(), Object.keys(notHere).sort())
  },
)

t.test('what is called observed has the words that were observed', async (t) => {
  const observed = entries.filter(({ evidence }) => evidence === 'observed')
  t.same(
    observed.flatMap((entry) => unlikeObserved(entry) ?? []),
    [],
  )
})

const entry: Judged = {
  id: 'x',
  status: 404,
  code: 40,
  message: 'Board not found.',
  operations: [],
  fields: [],
  evidence: 'assumed',
  source: 'a decision of this project',
}

t.test('an entry is known by its number, and by its words where the number has many meanings', async (t) => {
  const numbers = (refused: Partial<Judged>) => observedOf({ ...entry, ...refused }).map(({ code }) => code)
  t.same(numbers({}), [40])
  t.same(numbers({ message: 'Other words.' }), [40])
  t.same(numbers({ code: 41 }), [])
  t.same(numbers({ status: 403, code: 29, message: 'You are not permitted to access that resource.' }), [29])
  t.same(numbers({ status: 403, code: 29, message: 'Other words.' }), [])
  t.same(numbers({ code: 1012, message: 'Request contains invalid gids: user 1, method GetAdGroupsByIds' }), [])
})

t.test('an entry is known by its operation and field where there are neither number nor words', async (t) => {
  const known = { status: 400, code: null, operations: ['keywords/create'], fields: ['match_type'] }
  const row = { ...known, evidence: 'observed', source: 'PSDK' }
  const refused = { ...entry, status: 400, code: 1, operations: ['keywords/create'], fields: ['match_type'] }
  t.ok(isAbout(row, refused))
  t.notOk(isAbout(row, { ...refused, fields: ['value'] }))
  t.notOk(isAbout(row, { ...refused, operations: ['keywords/update'] }))
  t.notOk(isAbout(row, { ...refused, status: 200 }))
})

t.test('words have gaps, and a message that is completed by case is how they begin', async (t) => {
  t.ok(isSaid('Sent by {user}: (no)', 'Sent by 12: (no)'))
  t.ok(isSaid('Sent by {user}: (no)', 'Sent by'))
  t.notOk(isSaid('Sent by {user}: (no)', 'Sent by 12: no'))
})

t.test('other words than those observed are found, and so is what no row of the table has', async (t) => {
  const observed: Judged = { ...entry, evidence: 'observed' }
  t.equal(unlikeObserved({ ...observed, source: 'LOG23' }), undefined)
  t.match(
    unlikeObserved({ ...observed, message: 'No board.', source: 'LOG23; the text is assumed' }),
    'was observed as',
  )
  t.match(unlikeObserved({ ...observed, code: 77, source: 'REC' }), 'no row of the table')
  t.equal(unlikeObserved({ ...observed, code: 77, source: 'REC; the code is assumed' }), undefined)
})
