import { clicks, tryAd } from '../fixtures/ads.ts'
import { choice, leadFormIn, newsletter } from '../fixtures/lead-forms.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const unknown = '7765300000001'
const draft = { status: 'DRAFT' }

const creating =
  (more: object) =>
  ({ post }: Mock): Promise<Answer> =>
    post('/lead_forms', [{ ...newsletter, ...more }])

/** Publishes a draft that is like this. */
const publishing =
  (more: object) =>
  async (mock: Mock): Promise<Answer> => {
    const { id } = await leadFormIn(mock, { ...more, ...draft })
    return mock.patch('/lead_forms', [{ id, status: 'ACTIVE' }])
  }

const testing =
  (...answers: readonly string[]) =>
  async (mock: Mock): Promise<Answer> => {
    const { id } = await leadFormIn(mock)
    return mock.post(`/lead_forms/${id}/test`, { answers })
  }

/** Forms that an ACTIVE one cannot be, and the nearest that it can, by what is wrong. */
const incomplete: Readonly<Record<string, readonly [object, object]>> = {
  terms: [{ has_accepted_terms: false }, { has_accepted_terms: true }],
  'questions.some': [{ questions: [] }, { questions: [{ question_type: 'AGE' }] }],
  'questions.custom': [{ questions: [{ ...choice, custom_question_label: '' }] }, { questions: [choice] }],
  'questions.options': [
    { questions: [{ ...choice, custom_question_options: [] }] },
    { questions: [{ ...choice, custom_question_field_type: 'TEXT_AREA', custom_question_options: [] }] },
  ],
}

/** Lead forms: the beta, what an ACTIVE one must have, tests, and the ads that name them. */
export const leadFormCases: readonly RuleCase[] = [
  {
    rule: 'lead_form.access',
    features: { '*': { lead_forms: false } },
    refused: creating({}),
    passes: async (mock) => {
      await mock.call('PUT', '/__mock/settings', { features: { '*': { lead_forms: true } } })
      return creating({})(mock)
    },
  },
  {
    rule: 'lead_form.exists',
    refused: ({ patch }) => patch('/lead_forms', [{ id: unknown, name: 'x' }]),
    passes: async (mock) => mock.patch('/lead_forms', [{ id: (await leadFormIn(mock)).id, name: 'x' }]),
  },
  {
    rule: 'lead_form.status.transition',
    refused: async (mock) => mock.patch('/lead_forms', [{ id: (await leadFormIn(mock)).id, ...draft }]),
    passes: async (mock) => mock.patch('/lead_forms', [{ id: (await leadFormIn(mock, draft)).id, ...draft }]),
  },
  ...Object.entries(incomplete).flatMap(([name, [wrong, right]]): readonly RuleCase[] => [
    { rule: `lead_form.${name}`, refused: creating(wrong), passes: creating(right) },
    {
      rule: `lead_form.${name}`,
      moment: 'when a draft is published',
      refused: publishing(wrong),
      passes: publishing(right),
    },
  ]),
  { rule: 'lead_form.test.answers', refused: testing('a@example.com', 'x'), passes: testing('a@example.com') },
  {
    rule: 'ad.lead-form.exists',
    moment: 'with the letters of its kind',
    refused: (mock) => tryAd(mock, clicks(mock), { lead_form_id: unknown }),
    passes: async (mock) => tryAd(mock, clicks(mock), { lead_form_id: `AG${(await leadFormIn(mock)).id}` }),
  },
]
