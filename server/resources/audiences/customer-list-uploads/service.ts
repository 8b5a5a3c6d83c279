import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import type { CustomerListRow } from '../customer-lists/repository.ts'
import { countBatch } from '../customer-lists/service.ts'
import { type UploadRow, uploadTable } from './repository.ts'
import { customerListUploadErrors, customerListUploadIdRange } from './resource.ts'
import { uploadRules } from './rules.ts'
import type { CustomerListUploadCreate } from './schema.ts'

/** Returns the upload with this id, which the path of a request names; throws 404 where the list has none. */
export function requireUpload({ db }: World, list: CustomerListRow, id: string): UploadRow {
  return found(uploadTable.find(db, list.id, id), customerListUploadErrors['customer_list_upload.path'])
}

/** Creates an upload for the list. */
export function createUpload(
  { db, clock }: World,
  list: CustomerListRow,
  { operation }: Pick<CustomerListUploadCreate, 'operation'>,
): UploadRow {
  const seq = uploadTable.nextSequence(db)
  const id = idOf(customerListUploadIdRange, seq)
  const created_time = clock.seconds()
  const unstarted = { started_time: null, held: null }
  return uploadTable.insert(db, { seq, id, customer_list_id: list.id, operation, created_time, ...unstarted })
}

/** Runs the upload, which counts as one batch of the list; throws when it has been run before. */
export function runUpload(world: World, list: CustomerListRow, stored: UploadRow): UploadRow {
  world.rules.assert(uploadRules, stored)
  const row = uploadTable.update(world.db, { ...stored, started_time: world.clock.seconds() })
  countBatch(world, list, row.operation, [])
  return row
}
