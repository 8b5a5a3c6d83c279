import { CasePlayer } from '#server/target/probe/case-player.ts'
import { fixtures } from '#server/target/probe/cases/fixtures.ts'
import type { ProbeAct, ProbeCase } from '#server/target/probe/probe-case.ts'
import { needsPin } from '#server/target/probe/references.ts'
import { pinOf } from '../fixtures/ads.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

/** Returns the cases that a probe sends to another server, as cases of the tests. */
export const probed = (cases: readonly ProbeCase[]): readonly RuleCase[] =>
  cases.map(({ refused, passes, ...one }) => ({ ...one, refused: playing(refused), passes: playing(passes) }))

const playing =
  (act: ProbeAct) =>
  async (mock: Mock): Promise<Answer> => {
    const player = new CasePlayer<Answer>({
      fixtures,
      adAccount: mock.account,
      now: () => mock.now,
      pin: needsPin(act) ? await pinOf(mock) : undefined,
      name: 'pinterest-ads-mock probe test',
      send: ({ method, path, query, body }) => mock.call(method, `/v5${path}${textOf(query)}`, body),
    })
    const { answer, stoppedAt } = await player.play(act)
    if (stoppedAt !== undefined) throw new Error(`${stoppedAt} was refused: ${JSON.stringify(answer.body)}`)
    return answer
  }

const textOf = (query: Readonly<Record<string, string>>): string =>
  Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`
