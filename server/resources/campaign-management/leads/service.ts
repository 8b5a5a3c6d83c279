import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import type { LeadFormRow } from '../lead-forms/repository.ts'
import type { LeadForm } from '../lead-forms/schema.ts'
import { answersTo, inventedAnswers } from './answers.ts'
import { type LeadRow, leadTable } from './repository.ts'
import { leadIdRange } from './resource.ts'
import { testAnswerRules } from './rules.ts'
import type { Lead } from './schema.ts'

/** What a lead is made of. */
export interface NewLead {
  readonly form: LeadFormRow
  readonly adId?: string | null
  /** Answers in the order of the form's questions; those of an invented person when absent. */
  readonly answers?: readonly string[] | undefined
  /** Unix seconds; now when absent. */
  readonly createdTime?: number | undefined
  readonly isTest?: boolean
}

/** Stores a lead; throws where it has not as many answers as the form has questions. */
export function createLead({ db, clock, rules }: World, { form, adId = null, answers, ...lead }: NewLead): LeadRow {
  const content: LeadForm = JSON.parse(form.json)
  const texts = answers ?? inventedAnswers(content)
  rules.assert(testAnswerRules, { answers: texts.length, questions: content.questions.length })
  const seq = leadTable.nextSequence(db)
  const stored: Lead = {
    id: idOf(leadIdRange, seq),
    ad_account_id: form.ad_account_id,
    lead_form_id: form.id,
    ad_id: adId,
    is_test: lead.isTest ?? false,
    created_time: lead.createdTime ?? clock.seconds(),
    answers: [...answersTo(content, texts)],
  }
  return leadTable.insertEntity(db, stored, { seq })
}

/** Returns a lead as test control shows it. */
export const leadOf = ({ json }: LeadRow): Lead => {
  const lead: Lead = JSON.parse(json)
  // An imported state may have any JSON.
  return { ...lead, answers: Array.isArray(lead.answers) ? lead.answers : [] }
}
