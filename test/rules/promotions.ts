import { cbo, madeIn, tryChange, tryIn } from '../fixtures/ad-groups.ts'
import { discountIn, tenPercent, tryDiscountChange } from '../fixtures/discounts.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const unknown = '7834020000001'

const creating =
  (more: (mock: Mock) => object) =>
  (mock: Mock): Promise<Answer> =>
    mock.post('/promotions', [{ ...tenPercent, ...more(mock) }])

const changing =
  (change: object, ...first: readonly object[]) =>
  async (mock: Mock): Promise<Answer> => {
    const promotion = await discountIn(mock)
    for (const step of first) await tryDiscountChange(mock, promotion, step)
    return tryDiscountChange(mock, promotion, change)
  }

/** Promotions: their platform, states and dates, and the ad groups that show them. */
export const discountCases: readonly RuleCase[] = [
  {
    rule: 'promotion.platform',
    refused: creating(() => ({ platform_type: 'WOOCOMMERCE' })),
    passes: creating(() => ({ platform_type: 'SHOPIFY' })),
  },
  {
    rule: 'promotion.platform',
    moment: 'in an update',
    refused: changing({ platform_type: 'shopify' }),
    passes: changing({ platform_type: 'SHOPIFY' }),
  },
  {
    rule: 'promotion.exists',
    refused: (mock) => tryDiscountChange(mock, { id: unknown }, { promotion_title: 'x' }),
    passes: changing({ promotion_title: 'x' }),
  },
  {
    rule: 'promotion.status.final',
    refused: changing({ promotion_title: 'x' }, { status: 'ARCHIVED' }),
    passes: changing({ promotion_title: 'x' }, { status: 'PAUSED' }),
  },
  {
    rule: 'promotion.status.transition',
    refused: changing({ status: 'DRAFT' }),
    passes: changing({ status: 'ARCHIVED' }),
  },
  {
    rule: 'promotion.schedule.end-after-start',
    refused: creating(({ now }) => ({ start_time: now, end_time: now })),
    passes: creating(({ now }) => ({ start_time: now, end_time: now + 1 })),
  },
  {
    rule: 'promotion.schedule.end-after-start',
    moment: 'in an update',
    refused: changing({ end_time: 5 }, { start_time: 5 }),
    passes: changing({ end_time: 6 }, { start_time: 5 }),
  },
  {
    rule: 'ad_group.promotion.exists',
    refused: (mock) => tryIn(mock, cbo(mock), { promotion_id: unknown }),
    passes: (mock) => tryIn(mock, cbo(mock), { promotion_id: '0' }),
  },
  {
    rule: 'ad_group.promotion.exists',
    moment: 'in an update',
    refused: async (mock) => {
      const { id } = await discountIn(mock)
      return tryChange(mock, await madeIn(mock, cbo(mock)), { promotion_ids: [id, unknown] })
    },
    passes: async (mock) => {
      const { id } = await discountIn(mock)
      return tryChange(mock, await madeIn(mock, cbo(mock)), { promotion_ids: [id] })
    },
  },
]
