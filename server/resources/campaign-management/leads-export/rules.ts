import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import type { LeadsExportCreate } from './schema.ts'

/** The facts that the rules about an export evaluate. */
export interface LeadsExportFacts extends LeadsExportCreate {
  readonly adExists: boolean
}

const common = { operations: ['leads_export/create'], refuses: 'request' } as const

/** Every rule about an export of leads; each refuses the request. */
export const leadsExportRules: readonly Rule<LeadsExportFacts>[] = [
  {
    ...common,
    ...assumed,
    id: 'leads_export.ad',
    essential: true,
    fields: ['ad_id'],
    source: 'a decision of this project; S523 leads_export/create for the code and the text',
    code: 400,
    message: 'Invalid ad account parameter.',
    passes: 'The id of an ad of this ad account.',
    literal: true,
    sent: ({ ad_id }) => ad_id,
    violated: ({ adExists }) => !adExists,
  },
  {
    ...common,
    ...assumed,
    id: 'leads_export.range.order',
    fields: ['end_date', 'start_date'],
    message: 'end_date must not be before start_date.',
    sent: ({ start_date, end_date }) => ({ start_date, end_date }),
    violated: ({ start_date, end_date }) => end_date < start_date,
  },
]
