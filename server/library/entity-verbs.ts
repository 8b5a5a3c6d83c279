import { type Control, path } from './control.ts'
import type { EntityKind as EntityKindReply } from './generated/control.ts'
import type { EntityChanges, EntityCreations } from './generated/entities.ts'
import type { EntityKindName } from './generated/names.ts'

/**
 * A kind of entity that can be edited past the API, with its fields as JSON Schemas.
 *
 * @example
 * const kinds: readonly EntityKind[] = await mock.entities.kinds()
 * console.log(kinds.map(({ kind }) => kind))
 */
export type EntityKind = EntityKindReply

/**
 * An entity as the API returns it.
 *
 * @example
 * const orderLine: Entity = await mock.entities.create('order_lines', { ad_account_id: '549755885262', name: 'Spring' })
 * console.log(orderLine.id)
 */
export type Entity = Readonly<Record<string, unknown>>

/** Creates the verbs that put entities into states which the API does not lead to. */
export const entityVerbs = (control: Control) => ({
  /**
   * Returns every kind of entity that can be edited, and the fields that can be.
   *
   * @example
   * const kinds = await mock.entities.kinds()
   */
  kinds: async (): Promise<readonly EntityKind[]> => (await control<{ items: EntityKind[] }>('GET', '/entities')).items,

  /**
   * Creates an entity that the API does not create, such as an order line.
   *
   * @throws ControlError for a kind that the API creates, and for invalid fields.
   * @example
   * const { id } = await mock.entities.create('order_lines', { ad_account_id: '549755885262', name: 'Spring' })
   */
  create: <Kind extends keyof EntityCreations>(kind: Kind, item: EntityCreations[Kind]): Promise<Entity> =>
    control('POST', path`/entities/${kind}`, item),

  /**
   * Puts an entity into a state that the API does not lead to.
   *
   * @throws ControlError when the entity does not exist, or the change is invalid.
   * @example
   * await mock.entities.edit('campaigns', '626700000102', { status: 'ARCHIVED' })
   */
  edit: <Kind extends EntityKindName>(kind: Kind, id: string, change: EntityChanges[Kind]): Promise<Entity> =>
    control('PATCH', path`/entities/${kind}/${id}`, change),

  /**
   * Deletes an entity that the API does not delete, such as an order line.
   *
   * @throws ControlError when the entity does not exist, or is of a kind that is not deleted.
   * @example
   * const { id } = await mock.entities.create('order_lines', { ad_account_id: '549755885262', name: 'Spring' })
   * await mock.entities.delete('order_lines', String(id))
   */
  delete: async (kind: EntityKindName, id: string): Promise<void> => {
    await control('DELETE', path`/entities/${kind}/${id}`)
  },
})
