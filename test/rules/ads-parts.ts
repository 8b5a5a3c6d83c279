import { adCtaCases as probeCtaCases, adPartCases as probePartCases } from '#server/target/probe/cases/ad-parts.ts'
import { cbo, madeIn } from '../fixtures/ad-groups.ts'
import { clicks, madeAd, tryAd, tryAdChange } from '../fixtures/ads.ts'
import { leadFormIn } from '../fixtures/lead-forms.ts'
import type { Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const links = ['https://example.com/1', 'https://example.com/2']
const leads = (mock: Mock): Promise<Json> => madeIn(mock, cbo(mock, { objective_type: 'LEADS' }))

/** What each kind of ad is made of. */
export const adPartsCases: readonly RuleCase[] = [
  ...probed(probePartCases),
  {
    rule: 'ad.carousel.links',
    moment: 'when a draft is activated',
    refused: async (mock) => {
      const ad = await madeAd(mock, { creative_type: 'CAROUSEL', status: 'DRAFT' })
      return tryAdChange(mock, ad, { status: 'ACTIVE' })
    },
    passes: async (mock) => {
      const ad = await madeAd(mock, { creative_type: 'CAROUSEL', status: 'DRAFT' })
      return tryAdChange(mock, ad, { status: 'ACTIVE', carousel_ios_deep_links: links })
    },
  },
  {
    rule: 'ad.lead-form.required',
    moment: 'when leads are taken by a form',
    refused: (mock) => tryAd(mock, leads(mock), { destination_url: '' }),
    passes: async (mock) => tryAd(mock, leads(mock), { lead_form_id: (await leadFormIn(mock)).id }),
  },
]

/** Calls to action by objective. */
export const adCtaCases: readonly RuleCase[] = [
  ...probed(probeCtaCases),
  {
    rule: 'ad.cta.values',
    moment: 'unless it is a lead ad',
    refused: (mock) => tryAd(mock, clicks(mock), { customizable_cta_type: 'GET_QUOTE' }),
    passes: async (mock) => {
      const { id } = await leadFormIn(mock)
      return tryAd(mock, clicks(mock), { customizable_cta_type: 'GET_QUOTE', lead_form_id: id })
    },
  },
  {
    rule: 'ad.cta.values',
    moment: 'in a catalog campaign',
    refused: (mock) =>
      tryAd(mock, clicks(mock, { objective_type: 'CATALOG_SALES' }), { customizable_cta_type: 'ORDER_NOW' }),
    passes: (mock) =>
      tryAd(mock, clicks(mock, { objective_type: 'CATALOG_SALES' }), { customizable_cta_type: 'ON_SALE' }),
  },
]
