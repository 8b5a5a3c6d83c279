import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { SeededContent } from './content.ts'
import { feedTable } from './repository.ts'
import { FeedCreate } from './schema.ts'
import { createFeed } from './service.ts'

/** The seed section of feeds, each of a user, with what test control gives them as content. */
export const feedSeed = seedSection({
  name: 'feeds',
  creation: FeedCreate,
  suppliedByAlias: ['catalog_id'],
  shape: { ...seedOwner, catalog: aliasOf('catalogs').optional(), content: SeededContent.optional() },
  pull: { lists: [{ operation: 'feeds/list', within: { section: 'catalogs', parameter: 'catalog_id' } }] },
  create(context, { owner, catalog, content, ...item }) {
    const { world, parsed, idNamed } = context
    const named = catalog === undefined ? item : { ...item, catalog_id: idNamed('catalogs', catalog) }
    const row = createFeed(world, { id: ownerIdOf(context, owner) }, parsed(FeedCreate, named))
    if (content !== undefined) feedTable.update(world.db, { ...row, content: JSON.stringify(content) })
    return { id: row.id }
  },
})
