import type { ChangeRule } from '#server/domain/rules/change.ts'
import { type AdFacts, both } from './facts.ts'
import type { StoredAd } from './schema.ts'

const carouselLists = ['carousel_destination_urls', 'carousel_android_deep_links', 'carousel_ios_deep_links'] as const

const resultsOf = ({ quiz_pin_data: quiz }: StoredAd) =>
  [...(quiz?.results ?? []), quiz?.tie_breaker_custom_result].filter((result) => result != null)

/** Returns the Pin ids of the quiz results that have no existing Pin: null for a result that names none. */
const pinless = ({ after, pinExists }: AdFacts): readonly (string | null)[] =>
  resultsOf(after)
    .map(({ organic_pin_id }) => organic_pin_id ?? null)
    .filter((id) => id === null || !pinExists(id))

const discloses = ({ disclosure_type }: StoredAd): boolean =>
  disclosure_type !== null && disclosure_type !== 'NO_DISCLOSURE'

/** Rules about the parts of each creative type, beside the Pin. */
export const partsRules: readonly ChangeRule<AdFacts>[] = [
  {
    id: 'ad.carousel.links',
    operations: both,
    fields: ['carousel_destination_urls', 'carousel_android_deep_links', 'carousel_ios_deep_links', 'creative_type'],
    waitsForPublish: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: `creative_type CAROUSEL needs ${carouselLists.join(' or ')}.`,
    sent: ({ after }) => after.carousel_destination_urls,
    violated: ({ after }) => after.creative_type === 'CAROUSEL' && carouselLists.every((list) => !after[list]?.length),
  },
  {
    id: 'ad.quiz.parts',
    operations: both,
    fields: ['quiz_pin_data', 'creative_type'],
    waitsForPublish: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'creative_type QUIZ needs quiz_pin_data with questions and results.',
    sent: ({ after }) => after.quiz_pin_data,
    violated: ({ after: { creative_type, quiz_pin_data } }) =>
      creative_type === 'QUIZ' && !(quiz_pin_data?.questions?.length && quiz_pin_data.results?.length),
  },
  {
    id: 'ad.quiz.pins',
    operations: both,
    fields: ['quiz_pin_data'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 AdCommon; the code is assumed',
    code: 1,
    message: 'quiz_pin_data: the organic_pin_id of each result must be of a Pin that exists.',
    sent: pinless,
    violated: (facts) => pinless(facts).length > 0,
  },
  {
    id: 'ad.quiz.tie-breaker',
    operations: both,
    fields: ['quiz_pin_data'],
    waitsForPublish: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'quiz_pin_data: tie_breaker_type CUSTOM needs tie_breaker_custom_result.',
    sent: ({ after }) => after.quiz_pin_data?.tie_breaker_custom_result,
    violated: ({ after: { quiz_pin_data: quiz } }) =>
      quiz?.tie_breaker_type === 'CUSTOM' && quiz.tie_breaker_custom_result == null,
  },
  {
    id: 'ad.lead-form.required',
    operations: both,
    fields: ['lead_form_id', 'destination_url', 'ad_group_id'],
    waitsForPublish: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message:
      'lead_form_id is required under objective_type LEADS, unless destination_url leads to where leads are taken.',
    sent: ({ after }) => after.lead_form_id,
    violated: ({ after, campaign }) =>
      campaign.objective_type === 'LEADS' && after.lead_form_id === null && !after.destination_url,
  },
  {
    id: 'ad.lead-form.exists',
    operations: both,
    fields: ['lead_form_id'],
    evidence: 'assumed',
    source: 'a decision of this project; S523 lead_form/get for the code and the text',
    code: 4842,
    message: 'Lead form is not found.',
    passes: 'The id of a lead form of this ad account.',
    sent: ({ after }) => after.lead_form_id,
    // The letters of its kind may stand before the id.
    violated: ({ after: { lead_form_id: id }, leadFormExists }) => id !== null && !leadFormExists(id.replace('AG', '')),
  },
  {
    id: 'ad.disclosure.both',
    operations: both,
    fields: ['disclosure_url', 'disclosure_type'],
    waitsForPublish: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'disclosure_type and disclosure_url go together; NO_DISCLOSURE goes alone.',
    sent: ({ after: { disclosure_type, disclosure_url } }) => ({ disclosure_type, disclosure_url }),
    violated: ({ after }) => discloses(after) !== Boolean(after.disclosure_url),
  },
]
