import { organicAnalyticsCases as probeCases } from '#server/target/probe/cases/organic-analytics.ts'
import { pinIn } from '../fixtures/pins.ts'
import { type Answer, type Mock, testNow } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const dateOf = (days: number): string => new Date((testNow + days * 86_400) * 1000).toISOString().slice(0, 10)

const between =
  (from: number, to: number) =>
  ({ call }: Mock): Promise<Answer> =>
    call('GET', `/v5/user_account/analytics?start_date=${dateOf(from)}&end_date=${dateOf(to)}`)

const several = async (mock: Mock): Promise<Answer> => {
  const { id } = await pinIn(mock)
  const days = `start_date=${dateOf(0)}&end_date=${dateOf(0)}`
  return mock.call('GET', `/v5/pins/analytics?pin_ids=${id}&metric_types=SAVE&${days}`)
}

/** Cases of the rules about organic analytics. */
export const organicAnalyticsCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'organic_analytics.access.multi-pin',
    refused: several,
    passes: async (mock) => {
      await mock.call('PUT', '/__mock/settings', { features: { '*': { multi_pin_analytics: true } } })
      return several(mock)
    },
  },
  { rule: 'organic_analytics.start_date.last-90-days', refused: between(-91, -5), passes: between(-90, -5) },
  { rule: 'organic_analytics.end_date.order', refused: between(0, -1), passes: between(0, 0) },
  { rule: 'organic_analytics.end_date.range', refused: between(-90, 1), passes: between(-90, 0) },
]
