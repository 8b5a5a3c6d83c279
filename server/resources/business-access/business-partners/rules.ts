import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules about partners evaluate: ids in the request that are of no partner. */
export interface PartnerFacts {
  readonly strangers: readonly string[]
}

/** Rules about partners of a business; each refuses the request. */
export const partnerRules: readonly Rule<PartnerFacts>[] = [
  {
    id: 'business_partner.exists',
    operations: ['delete_business_partners'],
    fields: ['partner_ids', 'partner_type'],
    refuses: 'request',
    status: 404,
    essential: true,
    evidence: 'documented',
    source: 'S523 delete_business_partners for the status; the code and the text are assumed',
    code: 2,
    message: 'partner_ids must be partners of the business, of the partner_type.',
    passes: 'Ids that GET /v5/businesses/{business_id}/partners lists with the same partner_type.',
    sent: ({ strangers }) => strangers,
    violated: ({ strangers }) => strangers.length > 0,
  },
]
