import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { filePaths } from '#server/http/files/file-paths.ts'
import { pathOfFile, sendFile } from '#server/http/files/send-file.ts'
import type { SignedFile } from '#server/http/files/signed-link.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { bulkDocument, formatOf } from './document.ts'
import { type BulkRequestRow, bulkRequestTable } from './repository.ts'
import { bulkStatus } from './state.ts'

const kinds = { DOWNLOAD: 'AD_ENTITY_DOWNLOAD', UPSERT: 'AD_ENTITY_UPSERT' } as const
const filePath = new RegExp(
  `^${filePaths.bulk}/AD_ENTITY_(?:DOWNLOAD|UPSERT)/(\\d{1,18})-(\\d{1,12})-[0-9a-f-]{36}/(\\d{1,18})\\.(?:json|csv)$`,
)

/** Returns the file of a bulk request. Its path is like that of an example of version 5.23 (F100). */
export function fileOf(row: BulkRequestRow): SignedFile {
  const { id, ad_account_id, created_time, type } = row
  const name = `${id}.${formatOf(row).toLowerCase()}`
  return {
    path: `${filePaths.bulk}/${kinds[type]}/${ad_account_id}-${created_time}-${uuidOf(id)}/${name}`,
    key: `bulk request ${id}`,
  }
}

/** Returns a text of the form of a UUID: the same on every run. */
const uuidOf = (id: string): string =>
  createHash('sha256')
    .update(id)
    .digest('hex')
    .slice(0, 32)
    .replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** Sends the file of a bulk request while its URL is valid, or refuses it in XML as S3 does. */
export function sendBulkFile(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { world } = request
  const path = pathOfFile(request)
  const row = requestIn(world, path)
  const type = row && formatOf(row) === 'CSV' ? 'text/csv; charset=utf-8' : 'application/json'
  const file = row && { ...fileOf(row), type, content: () => bulkDocument(world, row) }
  return sendFile(request, reply, file?.path === path ? file : undefined)
}

function requestIn(world: World, path: string): BulkRequestRow | undefined {
  const [, accountId = '', , id = ''] = filePath.exec(path) ?? []
  const row = bulkRequestTable.find(world.readable, accountId, id)
  if (row === undefined || row.held !== null) return undefined
  return bulkStatus(row, progressOf(world, 'bulk_requests')) === 'RUNNING' ? undefined : row
}
