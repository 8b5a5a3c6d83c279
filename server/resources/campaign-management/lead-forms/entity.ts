import { patched } from '#server/domain/patch.ts'
import type { LeadForm, LeadFormCreate, LeadFormUpdate } from './schema.ts'

/** Returns the lead form that a creation stores. */
export const newLeadForm = (
  item: LeadFormCreate,
  { id, ad_account_id, now }: Pick<LeadForm, 'id' | 'ad_account_id'> & { readonly now: number },
): LeadForm => ({
  completion_message: item.completion_message,
  disclosure_language: item.disclosure_language ?? null,
  has_accepted_terms: item.has_accepted_terms,
  name: item.name,
  policy_links: item.policy_links ?? [],
  privacy_policy_link: item.privacy_policy_link,
  questions: item.questions,
  status: item.status ?? 'ACTIVE',
  ad_account_id,
  created_time: now,
  id,
  updated_time: now,
})

/** Returns the lead form after an update. Null clears a nullable field and leaves any other as it is. */
export const changedLeadForm = (before: LeadForm, item: LeadFormUpdate, now: number): LeadForm => ({
  ...before,
  completion_message: patched(item.completion_message, before.completion_message),
  disclosure_language: patched(item.disclosure_language, before.disclosure_language),
  has_accepted_terms: item.has_accepted_terms ?? before.has_accepted_terms,
  name: patched(item.name, before.name),
  policy_links: item.policy_links ?? before.policy_links,
  privacy_policy_link: patched(item.privacy_policy_link, before.privacy_policy_link),
  questions: item.questions ?? before.questions,
  status: item.status ?? before.status,
  updated_time: now,
})
