import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { catalogCountries } from '#server/domain/catalogs/countries.ts'
import { catalogLocales } from '#server/domain/catalogs/locales.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { idOf } from '#server/domain/ids.ts'
import { LongText, text } from '#server/http/schema/fields.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { catalogTable } from '../catalogs/repository.ts'
import { findItem, upsertItems } from './repository.ts'
import { productPinIdRange } from './resource.ts'

const longestId = 127
const plain = [LongText, z.number(), z.boolean(), z.null(), z.array(LongText)] as const
const Attribute = z.union([...plain, z.record(LongText, z.union(plain))])

const ItemSeed = z.strictObject({
  country: z.enum(catalogCountries).meta({ description: 'Country of the item.' }),
  language: z.enum(catalogLocales).meta({ description: 'Locale of the item.' }),
  key: text(longestId).min(1).meta({ description: 'Id that the merchant gives the item.' }),
  attributes: z.record(LongText, Attribute).meta({ description: 'Attributes, by the names that the API has.' }),
})

/** The seed section of items, each of a catalog: they are stored as they are, without the checks of feeds and batches. */
export const itemSeed = seedSection({
  name: 'items',
  creation: ItemSeed,
  shape: { ...seedOwner, catalog: aliasOf('catalogs') },
  create(context, { owner, catalog, ...item }) {
    const { world, parsed, idNamed, refuse } = context
    const row = catalogTable.find(world.db, ownerIdOf(context, owner), idNamed('catalogs', catalog))
    if (row === undefined) return refuse(`The owner has no catalog ${catalog}`)
    const { country, language, key, attributes } = parsed(ItemSeed, item)
    const shelf = { catalog: row.seq, ...marketOf(country, language) }
    upsertItems(world.db, shelf, [{ key, attributes }], { feedId: null, at: world.clock.milliseconds() })
    return { id: idOf(productPinIdRange, findItem(world.db, shelf, key)?.seq ?? 0) }
  },
})
