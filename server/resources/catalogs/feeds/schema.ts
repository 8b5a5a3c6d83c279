import { z } from 'zod'
import { catalogTypes } from '#server/domain/catalogs/catalog-types.ts'
import { catalogCurrencies } from '#server/domain/catalogs/currencies.ts'
import { feedTimeZones } from '#server/domain/catalogs/feeds/time-zones.ts'
import { itemAvailabilities } from '#server/domain/catalogs/item-values.ts'
import { catalogLocales } from '#server/domain/catalogs/locales.ts'
import { countries } from '#server/domain/reference/countries.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, idMatching, LongId, LongText } from '#server/http/schema/fields.ts'
import { CatalogTime } from '../catalogs/schema.ts'

const Type = z.enum(catalogTypes).meta({ description: 'Type of the catalog. Absent: RETAIL.' })

const credentials = { password: LongText, username: LongText }
const Credentials = z.object(credentials).meta({
  id: 'FeedCredentials',
  description: 'User name and password for the location of the feed.',
})

const schedule = {
  time: idMatching(/^(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]$/).meta({ example: '02:59' }),
  timezone: z.enum(feedTimeZones),
}
const Schedule = z
  .object({ time: schedule.time, timezone: schedule.timezone.nullable() })
  .meta({ id: 'FeedSchedule', description: 'Time of day of the processing.' })

/** The formats of feeds. INTEGRATION: what a platform sends without a file. */
const feedFormats = ['TSV', 'CSV', 'XML', 'INTEGRATION'] as const
/** Whether a feed is processed. */
export const feedStatuses = ['ACTIVE', 'INACTIVE'] as const

const Format = z.enum(feedFormats)
const Status = z.enum(feedStatuses)
const Availability = z.enum(itemAvailabilities)
const Currency = z.enum(catalogCurrencies)

const sent = {
  catalog_type: Type.nullish(),
  credentials: z.object(credentials).nullish(),
  default_availability: Availability.nullish().meta({ description: 'Availability of products without one.' }),
  default_currency: Currency.nullish().meta({ description: 'Currency of prices without one.' }),
  preferred_processing_schedule: z.object(schedule).nullish().meta({
    description: "Time of day of the processing. Absent: that of the feed's creation.",
  }),
}
const Location = idMatching(/^(http|https|ftp|sftp|file):\/\//).meta({
  description: 'URL of the file. A file: URL is this mock’s own, and read with --feed-dir only.',
})

/** The request body of a creation. */
export const FeedCreate = z
  .strictObject({
    ...sent,
    catalog_id: LongId.nullish().meta({ description: 'Catalog of the feed. Absent: the default one of the type.' }),
    default_country: z.enum(countries).nullish(),
    default_locale: z.union([z.enum(catalogLocales), LongText]).nullish(),
    format: Format,
    location: Location,
    name: LongText.meta({ description: 'Name, unique for each business.' }),
    status: Status.nullish().meta({ description: 'Status. Absent: ACTIVE.' }),
  })
  .meta({
    id: 'FeedCreate',
    description: 'Request to create a feed.',
    example: {
      name: 'Summer range',
      format: 'TSV',
      location: 'https://shop.example.com/summer.tsv',
      catalog_type: 'RETAIL',
      default_country: 'US',
      default_locale: 'en-US',
      default_currency: 'USD',
    },
  })
export type FeedCreate = z.output<typeof FeedCreate>

/** The request body of an update. */
export const FeedUpdate = z
  .strictObject({
    ...sent,
    format: Format.nullish(),
    location: Location.nullish(),
    name: LongText.nullish(),
    status: Status.nullish(),
  })
  .meta({
    id: 'FeedUpdate',
    description: 'Request to change a feed. Fields that are not sent stay.',
    example: { catalog_type: 'RETAIL', status: 'INACTIVE' },
  })
export type FeedUpdate = z.output<typeof FeedUpdate>

/** A feed in a response. */
export const Feed = z
  .object({
    preferred_processing_schedule: Schedule.nullable(),
    location: LongText,
    updated_at: CatalogTime,
    default_locale: LongText,
    format: Format,
    status: Status,
    credentials: Credentials.nullable(),
    name: LongText.nullable(),
    default_currency: Currency.nullable(),
    default_country: z.enum(countries).optional().meta({ description: 'Country. Absent for hotels.' }),
    default_availability: Availability.nullish().meta({ description: 'Availability. Absent except for RETAIL.' }),
    created_at: CatalogTime,
    id: LongId,
    catalog_type: z.enum(catalogTypes),
    catalog_id: LongId.optional().meta({ description: 'Catalog ID. Absent for RETAIL.' }),
  })
  .meta({ id: 'Feed', description: 'A file of products that is processed every day.' })
export type Feed = z.output<typeof Feed>

/** The query parameters of a list. */
export const FeedListQuery = z.object({
  ...actorQuery,
  catalog_id: LongId.optional().meta({ description: 'Returns only feeds of this catalog.' }),
  ...pageQuery,
})

/** The response of a list. */
export const FeedPage = pageOf(Feed).meta({ id: 'FeedPage' })

/** The parameters of the path of a feed. */
export const FeedPath = z.object({ feed_id: LongId })
