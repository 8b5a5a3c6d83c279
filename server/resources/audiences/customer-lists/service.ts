import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import { restartReads } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { peopleIn } from './records.ts'
import { addRecords, type CustomerListRow, customerListTable, removeRecords } from './repository.ts'
import { customerListErrors, customerListIdRange } from './resource.ts'
import { customerListRules } from './rules.ts'
import type { CustomerListCreate, CustomerListUpdate, ListOperation, StoredCustomerList } from './schema.ts'

/** Returns the list with this id, which the path of a request names; throws 404 where the account has none. */
export function requireCustomerList({ db }: World, account: AdAccountContext, id: string): CustomerListRow {
  return found(customerListTable.find(db, account.id, id), customerListErrors['customer_list.path'])
}

/** Creates a customer list in the account; throws when a rule refuses it. */
export function createCustomerList(
  { db, rules, clock }: World,
  { id: ad_account_id }: AdAccountContext,
  item: CustomerListCreate,
): CustomerListRow {
  const list_type = item.list_type ?? 'EMAIL'
  rules.assert(customerListRules, { list_type, sent: item })
  const records = peopleIn(item)
  const seq = customerListTable.nextSequence(db)
  const now = clock.seconds()
  const list: StoredCustomerList = {
    ad_account_id,
    created_time: now,
    id: idOf(customerListIdRange, seq),
    name: item.name,
    num_batches: 1,
    num_removed_user_records: 0,
    num_uploaded_user_records: records.length,
    type: 'customerlist',
    updated_time: now,
    exceptions: {},
  }
  const members = new Set(records).size
  const row = customerListTable.insertEntity(db, list, { seq, list_type, members, is_nca: item.is_nca ? 1 : 0 })
  addRecords(db, row.id, records)
  return row
}

/** Adds records to a list or removes them; throws when a rule refuses it. */
export function changeCustomerList(world: World, stored: CustomerListRow, item: CustomerListUpdate): CustomerListRow {
  world.rules.assert(customerListRules, { list_type: stored.list_type, sent: item })
  return countBatch(world, stored, item.operation_type, peopleIn(item))
}

/** Counts one batch of records, from a request or an upload, and adds them to the list or removes them. */
export function countBatch(
  world: World,
  stored: CustomerListRow,
  operation: ListOperation,
  records: readonly string[],
): CustomerListRow {
  const { db, clock } = world
  restartReads(world, 'customer_lists', stored.id)
  const before: StoredCustomerList = JSON.parse(stored.json)
  const isAdded = operation === 'ADD'
  const counter = isAdded ? 'num_uploaded_user_records' : 'num_removed_user_records'
  const updated_time = clock.seconds()
  const after: StoredCustomerList = {
    ...before,
    num_batches: before.num_batches + 1,
    [counter]: before[counter] + records.length,
    updated_time,
  }
  const come = isAdded ? addRecords(db, stored.id, records) : -removeRecords(db, stored.id, records)
  // A direct edit may have set fewer members than the list has records.
  const members = Math.max(0, stored.members + come)
  return customerListTable.update(db, { ...stored, members, updated_time, json: JSON.stringify(after) })
}
