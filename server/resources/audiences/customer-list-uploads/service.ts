import { ApiError } from '#server/domain/errors/api-errors.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import type { CustomerListRow } from '../customer-lists/repository.ts'
import { countBatch } from '../customer-lists/service.ts'
import { findUpload, insertUpload, nextUploadSequence, startUpload, type UploadRow } from './repository.ts'
import { customerListUploadErrors, customerListUploadIdRange } from './resource.ts'
import { uploadRules } from './rules.ts'
import type { CustomerListUploadCreate } from './schema.ts'

/** The upload of that id, which a call's path names; throws 404 where the list has none. */
export function knownUpload({ db }: World, list: CustomerListRow, id: string): UploadRow {
  const row = findUpload(db, list.id, id)
  if (row === undefined) throw new ApiError(customerListUploadErrors['customer_list_upload.path'])
  return row
}

/** Creates an upload for the list. */
export function createUpload(
  { db, clock }: World,
  list: CustomerListRow,
  { operation }: Pick<CustomerListUploadCreate, 'operation'>,
): UploadRow {
  const seq = nextUploadSequence(db)
  const id = idOf(customerListUploadIdRange, seq)
  const created_time = clock.seconds()
  const row: UploadRow = { seq, id, customer_list_id: list.id, operation, created_time, started_time: null, held: null }
  insertUpload(db, row)
  return row
}

/** Runs the upload, which counts as a batch of the list; throws when it was run before. */
export function runUpload(world: World, list: CustomerListRow, stored: UploadRow): UploadRow {
  world.rules.assert(uploadRules, stored)
  const row = { ...stored, started_time: world.clock.seconds() }
  startUpload(world.db, row)
  countBatch(world, list, row.operation, [])
  return row
}
