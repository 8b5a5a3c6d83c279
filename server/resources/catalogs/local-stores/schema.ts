import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { countries } from '#server/domain/reference/countries.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { ItemException } from '#server/http/responses/replies.ts'
import { actorQuery, LongId, LongText } from '#server/http/schema/fields.ts'
import { listOf, requiredListOf } from '#server/http/schema/query-fields.ts'
import { localStoreIdRange } from './resource.ts'

const name = LongText
const store_code = LongText.meta({ description: 'Code that the merchant gives the store, unique within the catalog.' })
const country = z.enum(countries)

const place = {
  address_primary: LongText.nullish(),
  address_secondary: LongText.nullish(),
  city: LongText.nullish(),
  region: LongText.nullish(),
  postal_code: LongText.nullish(),
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
}

const example = {
  name: 'Meadow Outdoor, Quay',
  store_code: 'QUAY',
  country: 'US',
  address_primary: '3 Long Quay',
  city: 'Portland',
  region: 'OR',
  postal_code: '97201',
  latitude: 45.51,
  longitude: -122.68,
}

/** One item in the request body of a creation. */
export const LocalStoreCreate = z
  .object({ name, store_code, country, ...place })
  .meta({ id: 'LocalStoreCreate', description: 'Request to create a local store.', example })
export type LocalStoreCreate = z.output<typeof LocalStoreCreate>

/** One item in the request body of an update. */
export const LocalStoreUpdate = z
  .object({
    id: LongId,
    name: name.nullish(),
    store_code: store_code.nullish(),
    country: country.nullish(),
    ...place,
  })
  .meta({
    id: 'LocalStoreUpdate',
    description: 'A change of a local store: what is not sent stays, and null clears parts of the address.',
    example: { id: idOf(localStoreIdRange, 1), address_secondary: 'Second floor' },
  })
export type LocalStoreUpdate = z.output<typeof LocalStoreUpdate>

const time = z.string().meta({ description: 'Time in UTC.', example: '2026-06-01T12:00:00Z' })

/** A local store in a response. What it does not have is absent. */
export const LocalStore = z
  .object({
    id: LongId,
    name,
    store_code,
    country,
    address_primary: LongText.optional(),
    address_secondary: LongText.optional(),
    city: LongText.optional(),
    region: LongText.optional(),
    postal_code: LongText.optional(),
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    created_at: time,
    updated_at: time,
  })
  .meta({ id: 'LocalStore', description: 'A store of a business that has items of a catalog.' })
export type LocalStore = z.output<typeof LocalStore>

/** The response to a creation or an update: bare entries in the request's order. */
export const LocalStoresReply = z
  .array(
    z.object({
      data: z.union([
        LocalStore,
        z.object({ id: LongText, exceptions: ItemException }).meta({
          id: 'LocalStoreException',
          description: 'Store that was refused: the id that it sent, in a creation its store_code.',
        }),
      ]),
    }),
  )
  .meta({ description: 'A result for each store, in request order: the store or the reason for the refusal.' })

/** The query parameters of a list. */
export const LocalStoreListQuery = z.object({
  ids: listOf(LongId).meta({ description: 'Returns only stores with these ids.' }),
  ...actorQuery,
  ...pageQuery,
})

/** The response of a list. */
export const LocalStorePage = pageOf(LocalStore).meta({ id: 'LocalStorePage' })

/** The query parameters of a deletion. */
export const LocalStoreDeleteQuery = z.object({
  ids: requiredListOf(LongId, { min: 1 }).meta({
    description: 'Ids of the stores.',
    example: [idOf(localStoreIdRange, 1)],
  }),
  ...actorQuery,
})

/** The response to a deletion: bare entries in the order of the query. */
export const LocalStoresDeleted = z
  .array(z.object({ id: LongId, status: z.union([z.object({ statusCode: z.literal(204) }), ItemException]) }))
  .meta({ description: 'A result for each store, in the order of the query.' })
