import { z } from 'zod'
import { leadFormQuestions } from '#server/domain/reference/lead-form-questions.ts'
import { Id, LongId, LongText, UnixTime } from '#server/http/schema/fields.ts'

/** An answer of a lead, with the question that it is to. */
export const LeadAnswer = z
  .object({
    question_type: z.enum(leadFormQuestions),
    label: LongText.nullable().meta({ description: 'Text of a CUSTOM question; null for all others.' }),
    answer: LongText,
  })
  .meta({ id: 'LeadAnswer' })
export type LeadAnswer = z.output<typeof LeadAnswer>

/** A lead, as test control shows it. */
export const Lead = z
  .object({
    id: Id,
    ad_account_id: Id,
    lead_form_id: LongId,
    ad_id: LongId.nullable(),
    is_test: z.boolean(),
    created_time: UnixTime,
    answers: z.array(LeadAnswer),
  })
  .meta({ id: 'Lead', description: 'Answers of one person to a lead form.' })
export type Lead = z.output<typeof Lead>
