import { editableEntity, editedRow } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { assetGroupOf } from '../businesses/group-schema.ts'
import { type AssetGroupRow, assetGroupTable } from '../businesses/groups.ts'

const Milliseconds = UnixTime.optional().meta({ description: 'Unix time in milliseconds.' })

/** Direct edits of asset groups: the times of creation and change. */
export const assetGroupKind = editableEntity({
  name: 'asset_groups',
  change: { created_time: Milliseconds, updated_time: Milliseconds },
  edit: ({ db }: World, row: AssetGroupRow, change) =>
    JSON.stringify(assetGroupOf(db, assetGroupTable.update(db, editedRow(row, change)))),
})
