import { accountSeed } from '#server/contracts/seed-section.ts'
import { LeadFormCreate } from './schema.ts'
import { createLeadForm } from './service.ts'

/** The seed section of lead forms, each of an ad account with the feature `lead_forms`. */
export const leadFormSeed = accountSeed('lead_forms', LeadFormCreate, createLeadForm, {
  lists: [{ operation: 'lead_forms/list', query: { order: 'ASCENDING' } }],
})
