import { editing, orderIn, ordering } from '../fixtures/insertion-orders.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const creating =
  (more: object = {}) =>
  (mock: Mock): Promise<Answer> =>
    ordering(mock, more)

const edited =
  (change: object) =>
  async (mock: Mock): Promise<Answer> =>
    editing(mock, await orderIn(mock), change)

const foreign = (field: string, rule: string): RuleCase => ({
  rule,
  refused: creating({ [field]: '0011N000000zzzzQAA' }),
  passes: creating(),
})

/** Cases of the rules about insertion orders. */
export const insertionOrderCases: readonly RuleCase[] = [
  {
    rule: 'insertion_order.eligible',
    features: { '*': { billing_disabled: true } },
    refused: creating(),
    passes: async (mock) => {
      await mock.call('PUT', '/__mock/settings', { features: { '*': { billing_disabled: false } } })
      return ordering(mock)
    },
  },
  { rule: 'insertion_order.budget.required', refused: creating({ budget_amount: null }), passes: creating() },
  {
    rule: 'insertion_order.budget.required',
    moment: 'when the line is perpetual',
    refused: creating({ budget_amount: null }),
    passes: creating({ budget_amount: null, order_line_type: 'PERPETUALS' }),
  },
  {
    rule: 'insertion_order.budget.amount',
    refused: creating({ budget_amount: 0 }),
    passes: creating({ budget_amount: 0.01 }),
  },
  {
    rule: 'insertion_order.budget.amount',
    moment: 'in an edit',
    refused: edited({ budget_amount: 9_000_000_001 }),
    passes: edited({ budget_amount: 9_000_000_000 }),
  },
  {
    rule: 'insertion_order.dates',
    refused: creating({ end_date: '2026-08-31' }),
    passes: creating({ end_date: '2026-09-01' }),
  },
  {
    rule: 'insertion_order.dates',
    moment: 'in an edit of the start',
    refused: edited({ start_date: '2026-12-01' }),
    passes: edited({ start_date: '2026-11-30' }),
  },
  { rule: 'insertion_order.currency', refused: creating({ currency_info: 'EUR' }), passes: creating() },
  foreign('billto_company_id', 'insertion_order.company'),
  foreign('billto_billing_address_id', 'insertion_order.address.billing'),
  foreign('billto_business_address_id', 'insertion_order.address.business'),
  foreign('accepted_terms_id', 'insertion_order.terms'),
  foreign('pmp_id', 'insertion_order.partner'),
  {
    rule: 'insertion_order.edit.named',
    refused: async (mock) => {
      await orderIn(mock)
      return mock.patch('/ssio/insertion_orders', { po_number: 'PO-9' })
    },
    passes: edited({ po_number: 'PO-9' }),
  },
]
