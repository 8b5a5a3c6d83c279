import { assumed } from '#server/domain/rules/assumed.ts'
import { type Change, changeRules } from '#server/domain/rules/change.ts'
import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import { featureRule } from '#server/domain/rules/feature-rule.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import type { LeadForm } from './schema.ts'

const both = ['lead_forms/create', 'lead_forms/update']

/** Refuses every write to an ad account that is not in the closed beta. */
export const leadFormAccessRules = [
  featureRule('lead_forms', {
    id: 'lead_form.access',
    operations: both,
    fields: ['name', 'id'],
    source: 'F102: REC create-lead-forms, an account without the beta; here the feature lead_forms',
    code: 3078,
    message: 'Advertiser not in beta',
  }),
]

/** Refuses a batch item whose lead form the ad account does not have. */
export const leadFormExists = existenceRule({
  id: 'lead_form.exists',
  operations: ['lead_forms/update'],
  fields: ['id'],
  source: 'a decision of this project; S523 lead_form/get for the code and the text',
  code: 4842,
  message: 'Lead form is not found.',
  passes: 'The id of a lead form of this ad account.',
})

const custom = ({ after }: Change<LeadForm>) => after.questions.filter(({ question_type: type }) => type === 'CUSTOM')
const chosen: readonly unknown[] = ['RADIO_LIST', 'CHECKBOX']

/** What the rules share that an ACTIVE form must pass and a draft need not. */
const complete = { ...assumed, operations: both, waitsForPublish: true }

/** Every rule about a lead form's content, in the order in which violations are reported. */
export const leadFormRules: readonly Rule<Change<LeadForm>>[] = changeRules<Change<LeadForm>>([
  {
    id: 'lead_form.status.transition',
    operations: ['lead_forms/update'],
    fields: ['status'],
    terminal: true,
    ...assumed,
    source: 'a decision of this project: nothing returns to DRAFT',
    message: 'status may go from DRAFT to ACTIVE, and not back.',
    violated: ({ before, after }) => before?.status === 'ACTIVE' && after.status === 'DRAFT',
  },
  {
    ...complete,
    id: 'lead_form.terms',
    fields: ['has_accepted_terms'],
    message: 'has_accepted_terms must be true while status is ACTIVE.',
    violated: ({ after }) => !after.has_accepted_terms,
  },
  {
    ...complete,
    id: 'lead_form.questions.some',
    fields: ['questions'],
    message: 'questions must have 1 at least while status is ACTIVE.',
    violated: ({ after }) => after.questions.length === 0,
  },
  {
    ...complete,
    id: 'lead_form.questions.custom',
    fields: ['questions'],
    message: 'question_type CUSTOM needs custom_question_label and custom_question_field_type.',
    violated: (facts) =>
      custom(facts).some((one) => !one.custom_question_label || one.custom_question_field_type == null),
  },
  {
    ...complete,
    id: 'lead_form.questions.options',
    fields: ['questions'],
    message: 'custom_question_field_type RADIO_LIST or CHECKBOX needs custom_question_options.',
    violated: (facts) =>
      custom(facts).some(
        (one) => chosen.includes(one.custom_question_field_type) && !one.custom_question_options?.length,
      ),
  },
])
