import { patched } from '#server/domain/patch.ts'
import type { LeadForm, LeadFormCreate, LeadFormUpdate } from './schema.ts'

/** Returns the lead form that a creation stores. */
export const newLeadForm = (
  item: LeadFormCreate,
  { id, ad_account_id, now }: Pick<LeadForm, 'id' | 'ad_account_id'> & { readonly now: number },
): LeadForm => ({
  id,
  ad_account_id,
  name: item.name,
  questions: item.questions,
  privacy_policy_link: item.privacy_policy_link,
  has_accepted_terms: item.has_accepted_terms,
  completion_message: item.completion_message,
  disclosure_language: item.disclosure_language ?? null,
  policy_links: item.policy_links ?? [],
  status: item.status ?? 'ACTIVE',
  created_time: now,
  updated_time: now,
})

/** Returns the lead form after an update. Null clears a nullable field and leaves any other as it is. */
export const changedLeadForm = (before: LeadForm, item: LeadFormUpdate, now: number): LeadForm => ({
  ...before,
  name: patched(item.name, before.name),
  questions: item.questions ?? before.questions,
  privacy_policy_link: patched(item.privacy_policy_link, before.privacy_policy_link),
  has_accepted_terms: item.has_accepted_terms ?? before.has_accepted_terms,
  completion_message: patched(item.completion_message, before.completion_message),
  disclosure_language: patched(item.disclosure_language, before.disclosure_language),
  policy_links: item.policy_links ?? before.policy_links,
  status: item.status ?? before.status,
  updated_time: now,
})
