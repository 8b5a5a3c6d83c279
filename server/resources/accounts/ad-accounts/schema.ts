import { z } from 'zod'
import { roles } from '#server/domain/access/roles.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { Id, LongId, text } from '#server/http/schema/fields.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'
import { isTimeZone } from './time-zones.ts'
import { countries, currencies } from './values.ts'

const name = text(256).meta({ description: 'Ad account name.', example: 'Spring shop' })
/** The country of an ad account. */
export const CountryCode = z.enum(countries)

const country = CountryCode.meta({ description: 'ISO 3166-1 alpha-2 country code.', example: 'US' })
const currency = z.enum(currencies).meta({ description: 'ISO 4217 currency code of all amounts.', example: 'USD' })

/** A time zone of a new ad account. That unknown ones are refused is assumed. */
export const TimeZone = text(64)
  .refine(isTimeZone, { error: 'is not the name of a time zone' })
  .meta({ description: 'IANA time zone.', example: 'America/New_York' })

/** An ad account in a response. */
export const AdAccount = z
  .object({
    id: Id,
    name: z.string(),
    owner: z.object({ username: z.string(), id: z.string() }),
    country,
    currency,
    time_zone: z
      .string()
      .optional()
      .meta({ description: 'IANA time zone. Absent in the response to a creation.', example: 'America/New_York' }),
    permissions: z
      .array(z.enum(roles))
      .meta({ description: 'Permissions of the caller. Empty in the response to a creation.' }),
    created_time: z.int().meta({ description: 'Unix time in seconds.' }),
    updated_time: z.int().meta({ description: 'Unix time in seconds.' }),
  })
  .meta({ id: 'AdAccount', description: 'An ad account. Campaigns, ad groups and labels belong to it.' })

/** The request body of a creation; every field has a default. */
export const AdAccountCreate = z
  .object({
    name: name.nullish(),
    country: country.nullish(),
    currency: currency.nullish(),
    time_zone: TimeZone.nullish().meta({ description: 'IANA time zone. Absent: a time zone of the country.' }),
    owner_user_id: LongId.nullish().meta({ description: 'User id of the owner. Absent: the caller.' }),
  })
  .meta({
    id: 'AdAccountCreate',
    description: 'Request to create an ad account.',
    example: { name: 'Spring shop', country: 'US', currency: 'USD' },
  })

/** The query parameters of a list. */
export const AdAccountListQuery = z.object({
  include_shared_accounts: QueryBoolean.meta({
    description: 'Whether ad accounts of other owners are included.',
    'x-default': true,
  }),
  ...pageQuery,
})

/** The response of a list. */
export const AdAccountPage = pageOf(AdAccount).meta({ id: 'AdAccountPage' })

/** An ad account as it is stored, without the permissions of the caller. */
export type StoredAdAccount = Omit<z.output<typeof AdAccount>, 'permissions'>
export type AdAccountCreate = z.output<typeof AdAccountCreate>
