import { textOf } from './api.ts'
import { startOurs, stop } from './child.ts'
import { factsOf, type Question } from './facts.ts'
import { loadInTurns } from './load-in-turns.ts'
import type { OurSettings } from './our-server.ts'
import type { Effort, Measured, Reach, Row } from './row.ts'
import { reset } from './servers.ts'

const stored = 1000
const off: OurSettings = { stored, journal: 0 }
const journal: OurSettings = { stored }
const all: OurSettings = { stored, isGuarded: true }

async function compare(question: Question, on: OurSettings, effort: Effort): Promise<Measured> {
  const { calls } = await factsOf(stored)
  const call = calls[question]
  const [with_, without] = await Promise.all([startOurs(on), startOurs(off)])
  const contestants = [
    { name: 'ours', child: with_ },
    { name: 'ours, all off', child: without },
  ].map((one) => ({
    ...one,
    kind: 'ours' as const,
    call,
    ...(call.method === 'POST' && { before: () => textOf(one.child, reset) }),
  }))
  const result = await loadInTurns(contestants, effort)
  for (const child of [with_, without]) await stop(child)
  return result
}

const row = (question: Question, name: string, on: OurSettings, reach?: Reach): Row => ({
  name: `${question}, ${name}`,
  unit: 'req/s',
  ...(reach && { reach }),
  measure: (effort) => compare(question, on, effort),
})

/** The cost of features: the journal with bodies, rate limits that count, tokens that are looked up. */
export const featureRows: readonly Row[] = [
  ...(['get 1', 'list 25', 'create 1'] as const).map((question) => row(question, 'all on', all, { ratio: 0.85 })),
  ...(['get 1', 'list 25'] as const).map((question) => row(question, 'the journal on', journal, { ratio: 0.92 })),
]
