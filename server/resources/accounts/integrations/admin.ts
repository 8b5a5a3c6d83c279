import { editableEntity } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import { type IntegrationRow, integrationAnywhere, integrationTable } from './repository.ts'
import { IntegrationUpdate } from './schema.ts'
import { changeIntegration } from './service.ts'

/** Direct edits of integrations, by id or external_business_id: every field, of any user. */
export const integrationKind = editableEntity({
  name: 'integrations',
  find: integrationAnywhere,
  change: IntegrationUpdate.shape,
  edit: (world: World, row: IntegrationRow, change) => changeIntegration(world, row, change).json,
  remove: ({ db }: World, { id }: IntegrationRow) => integrationTable.remove(db, id),
})
