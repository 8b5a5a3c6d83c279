import { z } from 'zod'
import { LongText } from '#server/http/schema/fields.ts'

const Address = z.object({
  address_id: LongText,
  display: LongText,
  order_legal_entity: LongText,
  purpose: LongText.meta({ description: 'Billing or Business.' }),
})

const Company = z.object({
  addresses: z.array(Address),
  id: LongText,
  io_terms: LongText,
  io_terms_id: LongText,
  io_type: LongText,
  row_terms: LongText.meta({ description: 'Terms outside the United States.' }),
  row_terms_id: LongText,
  us_terms: LongText,
  us_terms_id: LongText,
})

/** What an ad account needs for insertion orders, in a response. */
export const SsioAccount = z
  .object({
    billto_infos: z.array(Company),
    can_edit: z.boolean(),
    currency: LongText,
    eligible: z.boolean().meta({ description: 'Whether the ad account may create insertion orders.' }),
    error: LongText,
    pmp_names: z.array(z.object({ id: LongText, name: LongText })),
  })
  .meta({ id: 'SsioAccount', description: 'Companies, addresses, terms and partners for insertion orders.' })
export type SsioAccount = z.output<typeof SsioAccount>
