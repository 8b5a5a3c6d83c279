import type { FastifyReply, FastifyRequest } from 'fastify'
import { filePaths } from '#server/http/files/file-paths.ts'
import { pathOfFile, sendFile } from '#server/http/files/send-file.ts'
import type { SignedFile } from '#server/http/files/signed-link.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { catalogReportDocument } from './document.ts'
import { type CatalogReportRow, catalogReportTable } from './repository.ts'
import { isFinished } from './service.ts'
import { hasSource } from './source.ts'

const name = 'report.csv'
const filePath = new RegExp(`^${filePaths.catalogs}/(\\d{1,18})/${name}$`)

/** Returns the file of a report. */
export const fileOf = ({ id, token }: CatalogReportRow): SignedFile => ({
  path: `${filePaths.catalogs}/${id}/${name}`,
  key: token,
})

/** Sends the file of a report while its URL is valid, or refuses it in XML as S3 does. */
export function sendCatalogReport(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { world } = request
  const row = reportIn(world, pathOfFile(request))
  const file = row && {
    ...fileOf(row),
    type: 'text/csv; charset=utf-8',
    content: () => catalogReportDocument(world, row),
  }
  return sendFile(request, reply, file)
}

function reportIn(world: World, path: string): CatalogReportRow | undefined {
  const row = catalogReportTable.findAnywhere(world.readable, filePath.exec(path)?.[1] ?? '')
  return row && isFinished(row, progressOf(world, 'catalog_reports')) && hasSource(world, row) ? row : undefined
}
