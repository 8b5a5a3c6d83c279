import { cbo, madeIn } from '../fixtures/ad-groups.ts'
import { clicks, madeAd, pinOf, tryAd, tryAdChange } from '../fixtures/ads.ts'
import { leadFormIn } from '../fixtures/lead-forms.ts'
import type { Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const links = ['https://example.com/1', 'https://example.com/2']

/** A quiz whose one result is that Pin. */
const quizOf = (organic_pin_id: string | null, more: object = {}) => ({
  creative_type: 'QUIZ',
  quiz_pin_data: {
    questions: [{ question_id: 1, question_text: 'Where to?', options: [{ id: 1, text: 'Up' }] }],
    results: [{ result_id: 1, organic_pin_id, destination_url: 'https://example.com' }],
    ...more,
  },
})

const leads = (mock: Mock): Promise<Json> => madeIn(mock, cbo(mock, { objective_type: 'LEADS' }))

/** What each kind of ad is made of. */
export const adPartsCases: readonly RuleCase[] = [
  {
    rule: 'ad.carousel.links',
    refused: (mock) => tryAd(mock, clicks(mock), { creative_type: 'CAROUSEL', carousel_destination_urls: [] }),
    passes: (mock) => tryAd(mock, clicks(mock), { creative_type: 'CAROUSEL', carousel_destination_urls: links }),
  },
  {
    rule: 'ad.carousel.links',
    moment: 'when a draft is published',
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
    rule: 'ad.quiz.parts',
    refused: async (mock) => tryAd(mock, clicks(mock), quizOf(await pinOf(mock), { questions: [] })),
    passes: async (mock) => tryAd(mock, clicks(mock), quizOf(await pinOf(mock))),
  },
  {
    rule: 'ad.quiz.pins',
    refused: (mock) => tryAd(mock, clicks(mock), quizOf('123')),
    passes: async (mock) => tryAd(mock, clicks(mock), quizOf(await pinOf(mock))),
  },
  {
    rule: 'ad.quiz.pins',
    moment: 'when the result names none',
    refused: (mock) => tryAd(mock, clicks(mock), quizOf(null)),
    passes: async (mock) => tryAd(mock, clicks(mock), quizOf(await pinOf(mock))),
  },
  {
    rule: 'ad.quiz.tie-breaker',
    refused: async (mock) => tryAd(mock, clicks(mock), quizOf(await pinOf(mock), { tie_breaker_type: 'CUSTOM' })),
    passes: async (mock) => {
      const organic_pin_id = await pinOf(mock)
      const tie = { tie_breaker_type: 'CUSTOM', tie_breaker_custom_result: { organic_pin_id } }
      return tryAd(mock, clicks(mock), quizOf(organic_pin_id, tie))
    },
  },
  {
    rule: 'ad.lead-form.required',
    refused: (mock) => tryAd(mock, leads(mock)),
    passes: async (mock) => tryAd(mock, leads(mock), { lead_form_id: (await leadFormIn(mock)).id }),
  },
  {
    rule: 'ad.lead-form.required',
    moment: 'when leads are taken on a page',
    refused: (mock) => tryAd(mock, leads(mock), { destination_url: '' }),
    passes: (mock) => tryAd(mock, leads(mock), { destination_url: 'https://example.com/sign-up' }),
  },
  {
    rule: 'ad.disclosure.both',
    refused: (mock) => tryAd(mock, clicks(mock), { disclosure_type: 'MED_GUIDE' }),
    passes: (mock) =>
      tryAd(mock, clicks(mock), { disclosure_type: 'MED_GUIDE', disclosure_url: 'https://example.com/guide' }),
  },
  {
    rule: 'ad.disclosure.both',
    moment: 'when there is none',
    refused: (mock) =>
      tryAd(mock, clicks(mock), { disclosure_type: 'NO_DISCLOSURE', disclosure_url: 'https://example.com/guide' }),
    passes: (mock) => tryAd(mock, clicks(mock), { disclosure_type: 'NO_DISCLOSURE' }),
  },
]

const optimizedFor = (conversion_event: string) => ({
  bid_strategy_type: 'AUTOMATIC_BID',
  bid_in_micro_currency: null,
  optimization_goal_metadata: { conversion_tag_v3_goal_metadata: { conversion_event } },
})

const conversions = (mock: Mock, event: string): Promise<Json> =>
  madeIn(mock, cbo(mock, { objective_type: 'WEB_CONVERSION' }), optimizedFor(event))

/** Calls to action by objective. */
export const adCtaCases: readonly RuleCase[] = [
  {
    rule: 'ad.cta.objective',
    refused: (mock) => tryAd(mock, madeIn(mock, cbo(mock)), { customizable_cta_type: 'LEARN_MORE' }),
    passes: (mock) => tryAd(mock, clicks(mock), { customizable_cta_type: 'LEARN_MORE' }),
  },
  {
    rule: 'ad.cta.values',
    refused: (mock) => tryAd(mock, clicks(mock), { customizable_cta_type: 'GET_RECIPE' }),
    passes: (mock) => tryAd(mock, clicks(mock), { customizable_cta_type: 'ORDER_NOW' }),
  },
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
  {
    rule: 'ad.cta.add-to-cart',
    refused: (mock) => tryAd(mock, conversions(mock, 'CHECKOUT'), { customizable_cta_type: 'ADD_TO_CART' }),
    passes: (mock) => tryAd(mock, conversions(mock, 'ADD_TO_CART'), { customizable_cta_type: 'ADD_TO_CART' }),
  },
  {
    rule: 'ad.cta.add-to-cart',
    moment: 'outside conversion campaigns',
    refused: (mock) => tryAd(mock, clicks(mock), { customizable_cta_type: 'ADD_TO_CART' }),
    passes: (mock) => tryAd(mock, clicks(mock), { customizable_cta_type: 'BUY_NOW' }),
  },
]
