import { made, promoting } from '../fixtures/promotions.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

/** Asks for the titles of an ad group with a product group, so many seconds after its creation. */
const downloading =
  (seconds: number) =>
  async (mock: Mock): Promise<Answer> => {
    const adGroup = await promoting(mock)
    await made(mock, adGroup)
    mock.clock.advance(seconds * 1000)
    return mock.get(`/ad_groups/${adGroup.id}/dynamic_titles/csv`)
  }

/** Titles that are generated for products. */
export const dynamicTitleCases: readonly RuleCase[] = [
  { rule: 'dynamic_titles.download.generated', refused: downloading(3599), passes: downloading(3600) },
]
