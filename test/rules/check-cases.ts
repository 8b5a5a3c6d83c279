import type { Test } from 'tap'
import { type RuleEntry, statusOf } from '#server/domain/rules/rule.ts'
import { allRules } from '#server/registry/rules.ts'
import { freshWorlds } from '../support/fresh-world.ts'
import type { Answer, Json } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { storedParts, withStoredData } from './stored-data.ts'

const switchable = new Set(allRules.filter(({ essential }) => !essential).map(({ id }) => id))

/** Adds the tests of each case: the rule refuses the call, lets the nearest valid one pass, and does nothing when switched off. */
export function checkCases(t: Test, cases: Iterable<RuleCase>): void {
  let worlds: ReturnType<typeof freshWorlds> | undefined
  const make: MakeWorld = async (test, settings) => {
    worlds ??= freshWorlds(t)
    return (await worlds)(test, settings)
  }
  for (const one of cases) checkCase(t, make, one)
}

type MakeWorld = Awaited<ReturnType<typeof freshWorlds>>

function checkCase(
  t: Test,
  makeWorld: MakeWorld,
  { rule: id, moment, also = [], features = {}, refused, passes }: RuleCase,
): void {
  const rule = allRules.find((one) => one.id === id)
  if (rule === undefined) return

  const where = moment === undefined ? '' : ` ${moment}`

  t.test(`${id} refuses${where}, and nothing is stored`, async (t) => {
    const { world, before, now } = withStoredData(await makeWorld(t, { features }))
    const answer = await refused(world)
    t.same(new Set(rulesOf(answer)), new Set([id, ...also]), 'the answer names the rule')
    t.equal(answer.status, statusOf(rule))
    const refusals = refusalsIn(answer.body).filter(({ message }) => message.startsWith(rule.message))
    t.not(refusals.length, 0, `the answer tells the rule's message: ${JSON.stringify(answer.body)}`)
    for (const { code } of refusals) t.equal(code ?? rule.code, rule.code, "the answer has the rule's code")
    t.strictSame(...storedParts(before(), now()), 'nothing is stored')
  })

  t.test(`${id} lets the nearest case pass${where}`, async (t) => {
    const answer = await passes(await makeWorld(t, { features }))
    t.ok([200, 201, 204].includes(answer.status))
    t.notOk(rulesOf(answer).includes(id), `not refused: ${JSON.stringify(answer.body)}`)
    t.ok(isDone(rule, answer.body), `done: ${JSON.stringify(answer.body)}`)
  })

  if (!switchable.has(id)) return
  const off = [id, ...also].filter((one) => switchable.has(one))
  const rules = Object.fromEntries(off.map((one) => [one, { off: true }]))

  t.test(`${id}, switched off, keeps nothing out${where}`, async (t) => {
    const answer = await refused(await makeWorld(t, { features, rules }))
    t.notOk(rulesOf(answer).includes(id))
    t.ok(answer.status < 500, `answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  })
}

const rulesOf = ({ headers }: Answer): readonly string[] => headers['x-mock-rules']?.split(',') ?? []

interface Refusal {
  readonly code?: number
  readonly message: string
}

/** Returns the violations that the response of any operation reports; those of labels have no codes. */
function refusalsIn(body: Json): readonly Refusal[] {
  if (body.details?.events !== undefined)
    return body.details.events.map(({ error_message: message }: Json) => ({ code: body.code, message }))
  if (body.details?.product_tags !== undefined)
    return body.details.product_tags.map(({ error_message: message }: Json) => ({ code: body.code, message }))
  if (body.message !== undefined) return [body]
  if (body.errorMessage != null) return [{ code: body.errorCode, message: body.errorMessage }]
  if (Array.isArray(body)) return body.flatMap(({ data, status }) => data?.exceptions ?? (status?.code ? status : []))
  const items: readonly Json[] = body.items ?? []
  const results = items.filter(({ status }) => status === 'failure')
  if (results.length > 0) return results.flatMap(({ exceptions }) => exceptions.map((message: string) => ({ message })))
  const promotions: readonly Json[] = body.promotions ?? []
  const errors: readonly Json[] = body.errors ?? []
  const refusals: readonly Json[] = body.exceptions ?? []
  return [
    ...items.flatMap(({ exception }) => exception ?? []),
    ...items.flatMap(({ operation, errors: ofItem }) => (operation === undefined ? [] : ofItem)),
    ...refusals.flatMap(({ messages, ...one }) =>
      (messages ?? [one.message]).map((message: string) => ({ ...one, message })),
    ),
    ...items.flatMap(({ exceptions = [] }) => exceptions).map((one) => ({ ...one, code: one.code ?? one.error_code })),
    ...promotions.flatMap(({ exception = [] }) => exception),
    ...errors.flatMap(({ error_messages }) => error_messages.map((message: string) => ({ message }))),
  ]
}

/** What responses name that something was made by. */
const madeKeys = [
  'id',
  'request_id',
  'url',
  'username',
  'token',
  'subscription_id',
  'leads_export_id',
  'download_url',
  'success',
  'pin_order_id',
]

/** Whether the response says that everything in the request was done. */
function isDone({ operations }: RuleEntry, body: Json): boolean {
  if (body === null || body === '') return true
  if (operations.some((id) => /\banalytics\b/.test(id))) return !body.code
  if (operations.some((id) => /business|invite|asset|shared_audience|system_user|brand/.test(id))) {
    return !body.exceptions && !(body.items ?? []).some(({ exception }: Json) => exception)
  }
  if (body.operation_results !== undefined)
    return body.operation_results.every(({ status }: Json) => status !== 'FAILURE')
  if (body.batch_id !== undefined) return body.items.every(({ status }: Json) => status !== 'FAILURE')
  if (Array.isArray(body)) return body.every(({ data, status }) => data?.exceptions === undefined && !status?.code)
  // Rows of figures: of what delivered nothing there are none.
  if (Array.isArray(body.data)) return true
  if (body.events !== undefined) return body.num_events_processed === body.num_events_received
  if (body.batch_id !== undefined) return body.items.every(({ errors }: Json) => errors.length === 0)
  if (operations.some((id) => id.startsWith('advanced_auction'))) {
    return body.items.every(({ errors = [] }: Json) => errors.length === 0)
  }
  if (body.entities_labels !== undefined) return body.entities_labels.every(({ status }: Json) => status !== 'NULL')
  if (body.keywords !== undefined && body.errors !== undefined)
    return body.keywords.length > 0 && body.errors.length === 0
  if (body.labels !== undefined) return body.labels.length > 0 && body.errors.length === 0
  if (body.promotions !== undefined) return body.promotions.every(({ data }: Json) => data?.id !== undefined)
  if (body.product_tags !== undefined && body.id === undefined) return body.product_tags.length > 0
  if (body.website !== undefined) return body.status === 'success'
  if (body.items?.[0]?.status === 'success') return body.items.every(({ status }: Json) => status === 'success')
  if (body.curves !== undefined || body.filter_values !== undefined) return true
  if (body.items === undefined) return madeKeys.some((key) => body[key] !== undefined)
  return operations.some((id) => id.endsWith('/list')) || body.items.every(({ data }: Json) => data?.id !== undefined)
}
