import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { World } from '#server/worlds/world.ts'
import { type DefinedEventRow, definedEventTable, findDefinedEvent } from './repository.ts'
import { definedEventIdRange } from './resource.ts'
import { definedEventRules } from './rules.ts'
import type { DefinedEventItem } from './schema.ts'

/** Does what an operation asks of one event, unless a rule refuses it. */
type EventAction<Item> = (world: World, account: AdAccountContext, item: Item) => Outcome<DefinedEventRow>

/** Defines an event in the account, unless it has one of the name. */
export const createDefinedEvent: EventAction<DefinedEventItem> = (world, { id: ad_account_id }, item) => {
  const violations = violationsOf(world, ad_account_id, 'create', item.name)
  if (violations.length > 0) return { violations }
  const seq = definedEventTable.nextSequence(world.db)
  const row = { seq, id: idOf(definedEventIdRange, seq), ad_account_id, ...item }
  return { row: definedEventTable.insert(world.db, row) }
}

/** Changes the type of an event of the account. */
export const changeDefinedEvent: EventAction<DefinedEventItem> = (world, { id }, item) =>
  withEvent(world, id, 'update', item.name, (row) => definedEventTable.update(world.db, { ...row, ...item }))

/** Deletes an event of the account. */
export const removeDefinedEvent: EventAction<string> = (world, { id }, name) =>
  withEvent(world, id, 'delete', name, (row) => {
    definedEventTable.remove(world.db, row.id)
    return row
  })

function withEvent(
  world: World,
  accountId: string,
  operation: 'update' | 'delete',
  name: string,
  act: (row: DefinedEventRow) => DefinedEventRow,
): Outcome<DefinedEventRow> {
  const row = findDefinedEvent(world.db, accountId, name)
  return row === undefined ? { violations: violationsOf(world, accountId, operation, name) } : { row: act(row) }
}

const violationsOf = ({ db, rules }: World, accountId: string, operation: string, name: string) =>
  rules.evaluate(definedEventRules, {
    operation: `advertiser_defined_events/${operation}`,
    name,
    isDefined: findDefinedEvent(db, accountId, name) !== undefined,
  })
