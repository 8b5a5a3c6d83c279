import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { leadFormQuestions } from '#server/domain/reference/lead-form-questions.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { Id, LongId, LongText } from '#server/http/schema/fields.ts'
import { leadFormIdRange } from './resource.ts'

const fieldTypes = ['TEXT_FIELD', 'TEXT_AREA', 'RADIO_LIST', 'CHECKBOX'] as const

/** The statuses of lead forms: a DRAFT may be incomplete. */
export const leadFormStatuses = ['DRAFT', 'ACTIVE'] as const

const Question = z
  .object({
    question_type: z.enum(leadFormQuestions).optional().meta({ example: 'EMAIL' }),
    custom_question_field_type: z.enum(fieldTypes).nullish(),
    custom_question_label: LongText.nullish().meta({ description: 'The question, where it is CUSTOM.' }),
    custom_question_options: z.array(LongText).max(5).nullish().meta({ description: 'What one can choose from.' }),
  })
  .meta({ id: 'LeadFormQuestion', description: 'A question of a lead form.' })

const PolicyLink = z
  .object({ label: LongText.optional(), link: LongText.optional() })
  .meta({ id: 'LeadFormPolicyLink', description: 'A further policy that the form shows.' })

const required = {
  name: LongText.nullable().meta({ description: 'Name of the form.', example: 'Newsletter' }),
  questions: z.array(Question).max(10),
  privacy_policy_link: LongText.nullable().meta({ example: 'https://example.com/privacy' }),
  has_accepted_terms: z.boolean().meta({ description: "Whether Pinterest's terms of lead ads are accepted." }),
  completion_message: LongText.nullable().meta({ description: 'What people see afterwards.', example: 'Thank you.' }),
}

const optional = {
  disclosure_language: LongText.nullish().meta({ description: 'What the form discloses further.' }),
  policy_links: z.array(PolicyLink).max(3).nullish(),
  status: z.enum(leadFormStatuses).nullish().meta({ description: 'ACTIVE when absent.' }),
}

/** One item in the request body of a creation. */
export const LeadFormCreate = z.object({ ...required, ...optional }).meta({
  id: 'LeadFormCreate',
  description: 'A new lead form.',
  example: {
    name: 'Newsletter',
    questions: [{ question_type: 'EMAIL' }],
    privacy_policy_link: 'https://example.com/privacy',
    has_accepted_terms: true,
    completion_message: 'Thank you.',
  },
})

/** One item in the request body of an update. */
export const LeadFormUpdate = z
  .object({
    id: LongId,
    name: required.name.optional(),
    questions: required.questions.nullish(),
    privacy_policy_link: required.privacy_policy_link.optional(),
    has_accepted_terms: required.has_accepted_terms.nullish(),
    completion_message: required.completion_message.optional(),
    ...optional,
  })
  .meta({
    id: 'LeadFormUpdate',
    description: 'What changes about a lead form.',
    example: { id: idOf(leadFormIdRange, 1), completion_message: 'See you soon.' },
  })

/** A lead form in a response. */
export const LeadForm = z
  .object({
    id: Id,
    ad_account_id: Id,
    ...required,
    disclosure_language: LongText.nullable(),
    policy_links: z.array(PolicyLink),
    status: z.enum(leadFormStatuses),
    created_time: z.int(),
    updated_time: z.int(),
  })
  .meta({ id: 'LeadForm', description: 'Questions that people answer from an ad.' })

/** The error of one lead form of a batch: its code has another key than in other batches (observed). */
export const LeadFormException = z
  .object({ message: z.string(), error_code: z.int() })
  .meta({ id: 'LeadFormException', description: 'Why a lead form was refused.' })

/** The query parameters of a list. */
export const LeadFormListQuery = z.object({ order: Order, ...pageQuery })

/** The response of a list. */
export const LeadFormPage = pageOf(LeadForm).meta({ id: 'LeadFormPage' })

/** The request body of a test. */
export const LeadFormTest = z
  .object({ answers: z.array(z.string()).meta({ description: "One for each question, in the questions' order." }) })
  .meta({ id: 'LeadFormTest', description: 'Answers of a test lead.', example: { answers: ['reader@example.com'] } })

/** The response of a test. */
export const LeadFormTestReply = z
  .object({ subscription_id: z.string().regex(/^\d+$/) })
  .meta({ id: 'LeadFormTestResponse', description: 'Where the test lead went. One for each form; it is made up.' })

export type LeadFormCreate = z.output<typeof LeadFormCreate>
export type LeadFormUpdate = z.output<typeof LeadFormUpdate>
export type LeadForm = z.output<typeof LeadForm>
export type LeadFormTest = z.output<typeof LeadFormTest>
