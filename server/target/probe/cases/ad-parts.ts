import type { ProbeCase } from '../probe-case.ts'
import { adIn, publishingAd } from './ad-calls.ts'
import type { Fields } from './campaign-calls.ts'

const links = ['https://example.com/1', 'https://example.com/2']
const carousel = (more: Fields) => adIn('clickGroup', { creative_type: 'CAROUSEL', ...more })

const question = (question_id: number) => ({
  question_id,
  question_text: 'Where to?',
  options: [
    { id: 1, text: 'Up' },
    { id: 2, text: 'Down' },
  ],
})
const result = (result_id: number, organic_pin_id: string | null = '{{promotable_pin}}') => ({
  result_id,
  organic_pin_id,
  destination_url: 'https://example.com',
})
const quiz = (more: Fields) =>
  adIn('clickGroup', {
    creative_type: 'QUIZ',
    quiz_pin_data: { questions: [question(1), question(2)], results: [result(1), result(2)], ...more },
  })
const disclosing = (disclosure_type: string, disclosure_url: string | null = null) =>
  adIn('clickGroup', { disclosure_type, disclosure_url })

/** What each kind of ad is made of, beside its Pin. */
export const adPartCases: readonly ProbeCase[] = [
  {
    rule: 'ad.carousel.links',
    pin: 'CAROUSEL',
    refused: carousel({ carousel_destination_urls: [] }),
    passes: carousel({ carousel_destination_urls: links }),
  },
  {
    rule: 'ad.carousel.links',
    moment: 'when a draft is published',
    pin: 'CAROUSEL',
    refused: publishingAd(carousel({ status: 'DRAFT' })),
    passes: publishingAd(carousel({ status: 'DRAFT' }), { carousel_ios_deep_links: links }),
  },
  { rule: 'ad.quiz.parts', refused: quiz({ questions: [] }), passes: quiz({}) },
  { rule: 'ad.quiz.pins', refused: quiz({ results: [result(1), result(2, '1')] }), passes: quiz({}) },
  {
    rule: 'ad.quiz.pins',
    moment: 'when the result names none',
    refused: quiz({ results: [result(1), result(2, null)] }),
    passes: quiz({}),
  },
  {
    rule: 'ad.quiz.tie-breaker',
    refused: quiz({ tie_breaker_type: 'CUSTOM' }),
    passes: quiz({ tie_breaker_type: 'CUSTOM', tie_breaker_custom_result: result(3) }),
  },
  {
    rule: 'ad.lead-form.required',
    refused: adIn('leadsGroup'),
    passes: adIn('leadsGroup', { destination_url: 'https://example.com/sign-up' }),
  },
  { rule: 'ad.lead-form.exists', refused: adIn('clickGroup', { lead_form_id: '1' }), passes: adIn('clickGroup') },
  {
    rule: 'ad.disclosure.both',
    refused: disclosing('MED_GUIDE'),
    passes: disclosing('MED_GUIDE', 'https://example.com/guide'),
  },
  {
    rule: 'ad.disclosure.both',
    moment: 'when there is none',
    refused: disclosing('NO_DISCLOSURE', 'https://example.com/guide'),
    passes: disclosing('NO_DISCLOSURE'),
  },
]

const calling = (adGroup: string, customizable_cta_type: string) => adIn(adGroup, { customizable_cta_type })

/** Calls to action by objective. */
export const adCtaCases: readonly ProbeCase[] = [
  { rule: 'ad.cta.objective', refused: calling('cboGroup', 'LEARN_MORE'), passes: calling('clickGroup', 'LEARN_MORE') },
  { rule: 'ad.cta.values', refused: calling('clickGroup', 'GET_RECIPE'), passes: calling('clickGroup', 'ORDER_NOW') },
  {
    rule: 'ad.cta.add-to-cart',
    moment: 'outside conversion campaigns',
    refused: calling('clickGroup', 'ADD_TO_CART'),
    passes: calling('clickGroup', 'BUY_NOW'),
  },
  {
    rule: 'ad.cta.add-to-cart',
    refused: calling('checkoutGroup', 'ADD_TO_CART'),
    passes: calling('addToCartGroup', 'ADD_TO_CART'),
  },
]
