import { changeCountOf, connectionIdOf } from '#db/change-count.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { idOf } from '#server/domain/ids.ts'
import { signedUrl } from '#server/http/files/signed-link.ts'
import { progressOf, readProgressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { documentOf } from './documents.ts'
import { fileOf } from './link.ts'
import { type ReportRow, type ReportType, reportOf, reportTable, reportWithToken, requestHash } from './repository.ts'
import { reportErrors, reportIdRange } from './resource.ts'
import type { Report, ReportCreated } from './schema.ts'
import { reportState } from './state.ts'
import { isToken, tokenOf } from './token.ts'

/** What a new report is created from. */
export interface NewReport {
  readonly accountId: string
  readonly type: ReportType
  /** The request, with what was absent filled in. */
  readonly request: object
}

const alreadyFinished =
  'This job has already finished processing. Please make a GET request to this endpoint and pass in the token parameter '

/**
 * Begins a report; returns the one of an equal request while that is in progress or can be fetched (F59).
 */
export function createReport(world: World, { accountId, type, request }: NewReport): ReportCreated {
  const text = JSON.stringify(request)
  const before = reportOf(world.db, accountId, type, text)
  if (before !== undefined) {
    const { status } = reportState(before, progressOf(world, 'reports'), world)
    if (status === 'FINISHED')
      return { report_status: status, token: before.token, message: alreadyFinished + before.token }
    if (status === 'IN_PROGRESS') return { report_status: status, token: before.token, message: '' }
  }
  const seq = reportTable.nextSequence(world.db)
  const row = reportTable.insert(world.db, {
    seq,
    id: idOf(reportIdRange, seq),
    token: tokenOf(seq),
    ad_account_id: accountId,
    type,
    request: text,
    request_hash: requestHash(text),
    created_time: world.clock.seconds(),
    finished_time: null,
    held: null,
  })
  const { status } = reportState(row, progressOf(world, 'reports'), world)
  return { report_status: status, token: row.token, message: '' }
}

/** A request for the state of a report. */
export interface ReportLookup {
  readonly world: World
  readonly accountId: string
  readonly type: ReportType
  readonly token: string
  /** Where the client reached the server. */
  readonly origin: string
  /** The id of the request, by which URLs of one second differ. */
  readonly requestId: string
}

/**
 * Returns the state of a report, and while it can be fetched a new URL of its file and its size in bytes; throws for a
 * token that no report can have.
 */
export async function reportStatus(lookup: ReportLookup): Promise<Report> {
  const { world, accountId, type, token, origin, requestId } = lookup
  if (!isToken(token)) throw new ApiError(reportErrors['report.token'])
  const found = reportWithToken(world.db, token)
  if (found?.ad_account_id !== accountId || found.type !== type)
    return { report_status: 'DOES_NOT_EXIST', url: null, size: null }
  const { status, finished_time } = reportState(found, readProgressOf(world, 'reports'), world)
  const row = { ...found, finished_time }
  if (finished_time !== found.finished_time) world.write(() => reportTable.update(world.db, row))
  if (status !== 'FINISHED') return { report_status: status, url: null, size: null }
  const size = await sizeOf(world, row)
  const url = signedUrl(fileOf(row), { origin, world: world.name, now: world.clock.seconds(), requestId })
  return { report_status: status, url, size }
}

/** The size of a file while nothing has changed in its world. */
interface Measured {
  readonly connection: number
  readonly changes: number
  readonly bytes: number
}

const sizes = new WeakMap<World, Map<string, Measured>>()

/** Returns how many bytes the file of a report has. It is computed once while nothing changes in the world. */
async function sizeOf(world: World, row: ReportRow): Promise<number> {
  const ofWorld = sizes.get(world) ?? new Map<string, Measured>()
  sizes.set(world, ofWorld)
  const [connection, changes] = [connectionIdOf(world.db), changeCountOf(world.db)]
  const measured = ofWorld.get(row.id)
  if (measured?.connection === connection && measured.changes === changes) return measured.bytes
  let bytes = 0
  for await (const text of documentOf(world, row)) bytes += Buffer.byteLength(text)
  ofWorld.set(row.id, { connection, changes, bytes })
  return bytes
}
