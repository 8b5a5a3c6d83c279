import { fieldEdits } from '#server/contracts/field-edits.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import { assetGroupOf } from '../businesses/group-schema.ts'
import { assetGroupTable } from '../businesses/groups.ts'

const Milliseconds = UnixTime.meta({ description: 'Unix time in milliseconds.' })

/** Direct edits of asset groups: the times of creation and change. */
export const assetGroupKind = fieldEdits('asset_groups', assetGroupTable, {
  fields: { created_time: Milliseconds, updated_time: Milliseconds },
  text({ db }) {
    return (row) => JSON.stringify(assetGroupOf(db, row))
  },
})
