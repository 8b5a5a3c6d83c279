import { readdirSync } from 'node:fs'
import t from 'tap'
import { recordings } from '../../openapi/recordings.ts'
import { builtOperations } from '../../server/resources/built.ts'
import { mock } from '../helper.ts'
import type { RecordedCalls } from './call.ts'
import { differences } from './compare.ts'
import described from './described-types.json' with { type: 'json' }
import table from './differences.json' with { type: 'json' }
import { shapeOf } from './shape.ts'

const folder = new URL('calls/', import.meta.url)
const modules: readonly Record<string, RecordedCalls>[] = await Promise.all(
  readdirSync(folder).map((file) => import(new URL(file, folder).href)),
)
const calls: RecordedCalls = Object.assign({}, ...modules.flatMap((module) => Object.values(module)))
const typesOf = described as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
const met = new Set<string>()

/** A difference that is meant: a line as the comparison says it, why it is there, and how that is known. */
interface MeantDifference {
  readonly operation: string
  readonly difference: string
  readonly reason: string
  readonly source: string
}
const meant: readonly MeantDifference[] = table

for (const { operation, statuses, answer, limits } of recordings) {
  if (!builtOperations.has(operation)) continue

  t.test(`${operation} answers as the live service was recorded`, async (t) => {
    const call = calls[operation]
    if (call === undefined) return t.fail('no call in test/recorded/calls shows what it answers')
    const { status, headers, body } = await call(await mock(t))
    const found = [
      ...(statuses.includes(status) ? [] : [`status: ${status}, recorded as ${statuses.join(' or ')}`]),
      ...(Object.keys(answer).length === 0 ? [] : differences(answer, shapeOf(body), typesOf[operation] ?? {})),
      ...(limits.length === 0 || limits.includes(String(headers['x-ratelimit-limit']))
        ? []
        : [`x-ratelimit-limit: ${headers['x-ratelimit-limit']}, recorded as ${limits.join(' or ')}`]),
    ]
    const known = meant.filter((one) => one.operation === operation)
    for (const { difference } of known) if (found.includes(difference)) met.add(`${operation} ${difference}`)
    t.strictSame(
      found.filter((line) => !known.some(({ difference }) => difference === line)),
      [],
      'nothing differs but what differences.json gives a reason for',
    )
  })
}

t.test('every difference that is meant is met, and has a reason and a source', async (t) => {
  for (const { operation, difference, reason, source } of meant) {
    t.ok(met.has(`${operation} ${difference}`), `${operation} ${difference}`)
    t.ok(reason !== '' && source !== '', `${operation} ${difference} has a reason and a source`)
  }
})
