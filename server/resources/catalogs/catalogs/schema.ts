import { z } from 'zod'
import { catalogTypes } from '#server/domain/catalogs/catalog-types.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, LongId, LongText } from '#server/http/schema/fields.ts'

const CatalogsType = z.enum(catalogTypes)

/** The request body of a creation. */
export const CatalogCreate = z
  .strictObject({ catalog_type: CatalogsType, name: LongText.meta({ description: 'Name of the catalog.' }) })
  .meta({
    id: 'CatalogCreate',
    description: 'Request to create a catalog.',
    example: { catalog_type: 'RETAIL', name: 'Outdoor shop' },
  })
export type CatalogCreate = z.output<typeof CatalogCreate>

/** A moment in the responses about catalogs and feeds: UTC without a zone. */
export const CatalogTime = z.string().meta({ description: 'Time in UTC, without a zone.' })

/** A catalog in a response. */
export const Catalog = z
  .object({
    created_at: CatalogTime,
    id: LongId,
    updated_at: CatalogTime,
    catalog_type: CatalogsType,
    name: LongText.nullable(),
  })
  .meta({ id: 'Catalog', description: 'A catalog of a business.' })
export type Catalog = z.output<typeof Catalog>

/** The query parameters of a list. */
export const CatalogListQuery = z.object({ ...actorQuery, ...pageQuery })

/** The response of a list. */
export const CatalogPage = pageOf(Catalog).meta({ id: 'CatalogPage' })
