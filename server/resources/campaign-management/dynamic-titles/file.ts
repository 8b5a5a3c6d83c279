import type { FastifyReply, FastifyRequest } from 'fastify'
import { filePaths } from '#server/http/files/file-paths.ts'
import { pathOfFile, sendFile } from '#server/http/files/send-file.ts'
import type { SignedFile } from '#server/http/files/signed-link.ts'
import { csvLine } from '#server/http/responses/csv-cell.ts'
import { progressOf } from '#server/worlds/progress.ts'
import { adGroupTable } from '../ad-groups/repository.ts'
import { type DynamicTitle, type TitledAdGroup, titlesOf } from './service.ts'

const filePath = new RegExp(`^${filePaths.titles}/aid-(\\d{1,18})/ad_group-(\\d{1,18})/review.csv$`)

/** Returns the file of the titles of an ad group. */
export const fileOf = ({ accountId, adGroup }: TitledAdGroup): SignedFile => ({
  path: `${filePaths.titles}/aid-${accountId}/ad_group-${adGroup.id}/review.csv`,
  key: `dynamic titles ${adGroup.id}`,
})

/** Yields the file: its columns are assumed. */
async function* documentOf(titles: readonly DynamicTitle[]): AsyncGenerator<string> {
  yield csvLine(['id', 'title', 'is_approved'])
  for (const { id, title } of titles) yield csvLine([id, title, ''])
}

/** Sends the file of an ad group's titles while its URL is valid, or refuses it in XML as S3 does. */
export function sendTitlesFile(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { world } = request
  const [, accountId = '', id = ''] = filePath.exec(pathOfFile(request)) ?? []
  const adGroup = adGroupTable.find(world.readable, accountId, id)
  if (adGroup === undefined) return sendFile(request, reply, undefined)
  const titled = { accountId, adGroup }
  const content = () => documentOf(titlesOf(world, titled, progressOf(world, 'dynamic_titles')))
  return sendFile(request, reply, { ...fileOf(titled), type: 'text/csv; charset=utf-8', content })
}
