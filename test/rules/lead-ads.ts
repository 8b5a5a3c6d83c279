import { clicks, tryAd } from '../fixtures/ads.ts'
import { leadFormIn } from '../fixtures/lead-forms.ts'
import { subscribe } from '../fixtures/leads.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const url = 'https://crm.example.com/leads'
const unknown = '7765300000001'

const subscribing =
  (webhook_url: string, more: object = {}) =>
  ({ post }: Mock): Promise<Answer> =>
    post('/leads/subscriptions', { webhook_url, ...more })

const exporting = async (mock: Mock, more: object): Promise<Answer> => {
  const { id: lead_form_id } = await leadFormIn(mock)
  const { body } = await tryAd(mock, clicks(mock), { lead_form_id })
  const days = { start_date: '2026-05-20', end_date: '2026-05-20' }
  return mock.post('/leads_export', { ad_id: body.items[0].data.id, ...days, ...more })
}

/** Subscriptions to leads, and exports of leads. */
export const leadAdCases: readonly RuleCase[] = [
  {
    rule: 'lead_subscription.webhook-url',
    refused: subscribing('http://crm.example.com/leads'),
    passes: subscribing('http://localhost:8080/leads'),
  },
  {
    rule: 'lead_subscription.webhook-url',
    moment: 'where it is no URL',
    refused: subscribing('crm.example.com'),
    passes: subscribing(url),
  },
  {
    rule: 'lead_subscription.form',
    refused: subscribing(url, { lead_form_id: unknown }),
    passes: async (mock) => subscribing(url, { lead_form_id: (await leadFormIn(mock)).id })(mock),
  },
  {
    rule: 'lead_subscription.unique',
    refused: async (mock) => {
      await subscribe(mock, url)
      return subscribing('https://other.example.com')(mock)
    },
    passes: async (mock) => {
      await subscribe(mock, url)
      return subscribing(url, { lead_form_id: (await leadFormIn(mock)).id })(mock)
    },
  },
  {
    rule: 'leads_export.ad',
    refused: (mock) => exporting(mock, { ad_id: '687100000001' }),
    passes: (mock) => exporting(mock, {}),
  },
  {
    rule: 'leads_export.range.order',
    refused: (mock) => exporting(mock, { end_date: '2026-05-19' }),
    passes: (mock) => exporting(mock, { end_date: '2026-05-21' }),
  },
]
