import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { leadFormQuestions } from '#server/domain/reference/lead-form-questions.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, LongId, LongText } from '#server/http/schema/fields.ts'
import { leadFormIdRange } from './resource.ts'

const PolicyLink = z
  .object({
    label: LongText.optional(),
    link: LongText.optional(),
  })
  .meta({ id: 'LeadFormPolicyLink', description: 'Link to an additional policy.' })

const LeadFormQuestionFieldType = z.enum(['TEXT_FIELD', 'TEXT_AREA', 'RADIO_LIST', 'CHECKBOX'])

const LeadFormQuestion = z
  .object({
    custom_question_field_type: LeadFormQuestionFieldType.nullish(),
    custom_question_label: LongText.nullish().meta({ description: 'Text of a CUSTOM question.' }),
    custom_question_options: z.array(LongText).max(5).nullish().meta({ description: 'Choices of a CUSTOM question.' }),
    question_type: z.enum(leadFormQuestions).optional().meta({ example: 'EMAIL' }),
  })
  .meta({ id: 'LeadFormQuestion', description: 'A question of a lead form.' })

const LeadFormStatus = z.enum(['DRAFT', 'ACTIVE'])

const sent = {
  completion_message: LongText.meta({ description: 'Message after the form is submitted.' }),
  disclosure_language: LongText.meta({ description: 'Additional disclosure text.' }),
  has_accepted_terms: z.boolean().meta({ description: "Whether Pinterest's terms of lead ads are accepted." }),
  name: LongText.meta({ description: 'Name of the form.' }),
  policy_links: z.array(PolicyLink).max(3),
  privacy_policy_link: LongText,
  questions: z.array(LeadFormQuestion).max(10),
  status: LeadFormStatus.meta({ description: 'Status. Defaults to ACTIVE on creation.' }),
}

/** One item in the request body of a creation. */
export const LeadFormCreate = z
  .object({
    completion_message: sent.completion_message.nullable(),
    disclosure_language: sent.disclosure_language.nullish(),
    has_accepted_terms: sent.has_accepted_terms,
    name: sent.name.nullable(),
    policy_links: sent.policy_links.nullish(),
    privacy_policy_link: sent.privacy_policy_link.nullable(),
    questions: sent.questions,
    status: sent.status.nullish(),
  })
  .meta({
    id: 'LeadFormCreate',
    description: 'Request to create a lead form.',
    example: {
      completion_message: 'One completion message',
      has_accepted_terms: true,
      name: 'One name',
      privacy_policy_link: 'https://example.com',
      questions: [{ custom_question_field_type: 'TEXT_FIELD' }],
    },
  })
export type LeadFormCreate = z.output<typeof LeadFormCreate>

/** One item in the request body of an update. */
export const LeadFormUpdate = z
  .object({
    completion_message: sent.completion_message.nullish(),
    disclosure_language: sent.disclosure_language.nullish(),
    has_accepted_terms: sent.has_accepted_terms.nullish(),
    name: sent.name.nullish(),
    policy_links: sent.policy_links.nullish(),
    privacy_policy_link: sent.privacy_policy_link.nullish(),
    questions: sent.questions.nullish(),
    status: sent.status.nullish(),
    id: LongId,
  })
  .meta({
    id: 'LeadFormUpdate',
    description: 'A change of a lead form: what is not sent stays.',
    example: { id: idOf(leadFormIdRange, 1), completion_message: 'See you soon.' },
  })
export type LeadFormUpdate = z.output<typeof LeadFormUpdate>

/** A lead form in a response. */
export const LeadForm = z
  .object({
    completion_message: LongText.nullable(),
    disclosure_language: LongText.nullable(),
    has_accepted_terms: z.boolean(),
    name: LongText.nullable(),
    policy_links: z.array(PolicyLink).max(3),
    privacy_policy_link: LongText.nullable(),
    questions: z.array(LeadFormQuestion).max(10),
    status: LeadFormStatus,
    ad_account_id: LongId,
    created_time: z.int(),
    id: LongId,
    updated_time: z.int(),
  })
  .meta({ id: 'LeadForm', description: 'A lead form: questions that people answer in an ad.' })
export type LeadForm = z.output<typeof LeadForm>

/** The query parameters of a list. */
export const LeadFormListQuery = z.object({
  order: Order,
  ...pageQuery,
})

/** The response of a list. */
export const LeadFormPage = pageOf(LeadForm).meta({ id: 'LeadFormPage' })

/** The parameters of the path of a lead form. */
export const LeadFormPath = AdAccountPath.extend({
  lead_form_id: LongId,
})

/** The error of one lead form of a batch: its code has another key than in other batches (observed). */
export const LeadFormException = z
  .object({ message: z.string(), error_code: z.int() })
  .meta({ id: 'LeadFormException', description: 'Reason for refusing a lead form.' })

/** The request body of a test. */
export const LeadFormTest = z
  .object({ answers: z.array(LongText).meta({ description: 'Answers, one for each question, in order.' }) })
  .meta({
    id: 'LeadFormTest',
    description: 'Request to submit a test lead.',
    example: { answers: ['reader@example.com'] },
  })
export type LeadFormTest = z.output<typeof LeadFormTest>

/** The response of a test. */
export const LeadFormTestReply = z.object({ subscription_id: z.string().regex(/^\d+$/) }).meta({
  id: 'LeadFormTestResponse',
  description: 'Subscription that receives the test lead; invented where there is none.',
})
