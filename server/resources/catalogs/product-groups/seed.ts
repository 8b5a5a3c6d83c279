import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { catalogLocales } from '#server/domain/catalogs/locales.ts'
import { countries } from '#server/domain/reference/countries.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { editedProductGroup } from './edit.ts'
import { storedFilters } from './filter-schema.ts'
import { productGroupTypes } from './schema.ts'
import { createProductGroup, requireCatalog } from './service.ts'

const ProductGroupSeed = z.strictObject({
  name: LongText,
  description: LongText.nullish(),
  filters: z.union([storedFilters.RETAIL, storedFilters.HOTEL, storedFilters.CREATIVE_ASSETS]),
  country: z.enum(countries).optional(),
  locale: z.enum(catalogLocales).optional(),
})

/** The seed section of product groups, each of a catalog. */
export const productGroupSeed = seedSection({
  name: 'product_groups',
  creation: ProductGroupSeed,
  shape: {
    ...seedOwner,
    catalog: aliasOf('catalogs'),
    type: z
      .enum([...productGroupTypes, 'ALL_LISTINGS'])
      .optional()
      .meta({ description: 'Type. Any but MERCHANT_CREATED is one that Pinterest makes, and cannot be changed.' }),
  },
  pull: { lists: [{ operation: 'catalogs_product_groups/list' }], isEmbedded: true },
  create(context, { owner: alias, catalog, type, ...item }) {
    const { world, parsed, idNamed } = context
    const owner = { id: ownerIdOf(context, alias) }
    const catalog_id = idNamed('catalogs', catalog)
    const { catalog_type } = requireCatalog(world, owner, catalog_id)
    const body = { catalog_type, catalog_id, ...parsed(ProductGroupSeed, item) }
    const row = createProductGroup(world, owner, body as Parameters<typeof createProductGroup>[2])
    if (type !== undefined) editedProductGroup(world, row, { type })
    return { id: row.id }
  },
})
