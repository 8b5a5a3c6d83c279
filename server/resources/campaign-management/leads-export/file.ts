import type { FastifyReply, FastifyRequest } from 'fastify'
import { filePaths } from '#server/http/files/file-paths.ts'
import { pathOfFile, sendFile } from '#server/http/files/send-file.ts'
import type { SignedFile } from '#server/http/files/signed-link.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { leadsDocument } from './document.ts'
import { type LeadsExportRow, leadsExportTable } from './repository.ts'
import { leadsExportStatus } from './service.ts'

const name = 'leads.csv'
const filePath = new RegExp(`^${filePaths.leads}/(\\d{1,18})-(\\d{1,12})-(\\d{1,18})/${name}$`)

/** Returns the file of an export. */
export const fileOf = ({ id, ad_account_id, created_time }: LeadsExportRow): SignedFile => ({
  path: `${filePaths.leads}/${ad_account_id}-${created_time}-${id}/${name}`,
  key: `leads export ${id}`,
})

/** Sends the file of an export while its URL is valid, or refuses it in XML as S3 does. */
export function sendLeadsFile(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { world } = request
  const row = exportIn(world, pathOfFile(request))
  const file = row && { ...fileOf(row), type: 'text/csv; charset=utf-8', content: () => leadsDocument(world, row) }
  return sendFile(request, reply, file)
}

function exportIn(world: World, path: string): LeadsExportRow | undefined {
  const [, accountId = '', created, id = ''] = filePath.exec(path) ?? []
  const row = leadsExportTable.find(world.readable, accountId, id)
  if (row?.created_time !== Number(created)) return undefined
  return leadsExportStatus(row, progressOf(world, 'leads_export')) === 'FINISHED' ? row : undefined
}
