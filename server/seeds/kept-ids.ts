import { z } from 'zod'
import { columnsOf } from '#db/columns.ts'
import { advanceSequence, renameRow } from '#db/rename-row.ts'
import { nextSequence } from '#db/statements.ts'
import type { Seeded } from '../contracts/seed-section.ts'
import { requireAdAccount } from '../registry/ad-accounts.ts'
import type { World } from '../worlds/world.ts'
import { sequenceOf, storedRow } from './stored-rows.ts'

/** The id of an item that keeps one of another server. */
export const KeptId = z
  .string()
  .regex(/^\d{1,20}$/, 'is no id: up to 20 digits')
  .meta({ description: 'Id of the entity, such as one of another server. Absent: the next free one.' })

/**
 * Creates an entity that gets the id of its item: by its place in the order of ids where the id is one of this server's
 * making, otherwise by another name for its row.
 *
 * @param refuse Refuses the item, by throwing.
 */
export function createWithId(
  world: World,
  section: string,
  id: string,
  create: () => Seeded,
  refuse: (reason: string) => never,
): Seeded {
  const { db } = world
  if (storedRow(db, section, id) !== undefined) return refuse(`id '${id}' is taken`)
  const sequence = sequenceOf(section, id)
  if (sequence !== undefined && sequence >= nextSequence(db, section)) advanceSequence(db, section, sequence)
  const created = create()
  if (created.id === id) return created
  if (!columnsOf(db, section).has('id')) return refuse(`id '${id}': the ids of ${section} follow from their order`)
  renameRow(db, section, created.id, id)
  if (section === 'ad_accounts') return { id, account: requireAdAccount(world, id) }
  return { ...created, id }
}
