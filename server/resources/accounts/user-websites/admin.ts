import { z } from 'zod'
import { creatable, EditError, editableEntity } from '#server/contracts/editable-entity.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { userOf } from '../users/service.ts'
import { claimNamed, findUserWebsite, type UserWebsiteRow, userWebsiteTable } from './repository.ts'
import { websiteStatuses } from './schema.ts'
import { userWebsiteText } from './serialize.ts'
import { storeClaim } from './service.ts'
import { websiteName } from './website-name.ts'

const status = z.enum(websiteStatuses)

/** Direct edits of claimed websites: the status, which stays until another claim; creation and deletion. */
export const userWebsiteKind = editableEntity({
  name: 'user_websites',
  find: claimNamed,
  change: { status: status.optional() },
  edit(world: World, row: UserWebsiteRow, { status: held = row.held }) {
    const isChanged = held !== row.held
    const started = isChanged ? world.clock.seconds() : row.started
    return answered(world, isChanged ? userWebsiteTable.update(world.db, { ...row, held, started }) : row)
  },
  creation: creatable(
    { website: LongText, status: status.default('verified'), owner_id: LongId.default(defaultUser.id) },
    (world, { website, status: held, owner_id }) => {
      const name = websiteName(website)
      if (name === undefined) throw new EditError('website', `'${website}' names no website`)
      const owner = userOf(world, owner_id).id
      if (findUserWebsite(world.db, owner, name)) throw new EditError('website', `the user has claimed '${name}'`)
      return answered(world, storeClaim(world, owner, name, held))
    },
  ),
  remove: ({ db }: World, { id }: UserWebsiteRow) => userWebsiteTable.remove(db, id),
})

/** Returns the website as JSON text, with the id that other direct edits name it by. */
const answered = (world: World, row: UserWebsiteRow): string =>
  `{"id":"${row.id}",${userWebsiteText(world, progressOf(world, 'user_websites'), row).slice(1)}`
