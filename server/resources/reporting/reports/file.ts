import type { FastifyReply, FastifyRequest } from 'fastify'
import { pathOfFile, sendFile } from '#server/http/files/send-file.ts'
import type { World } from '#server/worlds/world.ts'
import { documentOf } from './documents.ts'
import { fileOf, reportNamedIn } from './link.ts'
import { type ReportRow, reportTable } from './repository.ts'

/** Sends the file of a report while its URL is valid, or refuses it in XML as S3 does. */
export function sendReportFile(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { world } = request
  const report = reportIn(world, pathOfFile(request))
  const file = report && {
    ...fileOf(report),
    type: 'text/plain; charset=utf-8',
    content: () => documentOf(world, report),
  }
  return sendFile(request, reply, file)
}

function reportIn({ db }: World, path: string): ReportRow | undefined {
  const name = reportNamedIn(path)
  const report = name && reportTable.find(db, name.accountId, name.id)
  return report?.created_time === name?.created && report?.finished_time !== null ? report : undefined
}
