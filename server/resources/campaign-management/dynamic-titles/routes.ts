import { found } from '#server/domain/errors/found.ts'
import { pathOfWorld } from '#server/domain/world-name.ts'
import { signedUrl } from '#server/http/files/signed-link.ts'
import { uploads } from '#server/http/parsing/uploads.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { progressOf, readProgressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { adGroupTable } from '../ad-groups/repository.ts'
import { adGroupErrors } from '../ad-groups/resource.ts'
import { fileOf } from './file.ts'
import { reviewOf } from './repository.ts'
import { dynamicTitleRules } from './rules.ts'
import {
  DynamicTitlesFile,
  DynamicTitlesPath,
  DynamicTitlesProcess,
  DynamicTitlesProcessed,
  DynamicTitlesStatus,
  DynamicTitlesUpload,
} from './schema.ts'
import { isUploadOf, storeReview, type TitledAdGroup, titlesOf, uploadIdOf } from './service.ts'

/** Adds the operations on the titles of ad groups. */
export function dynamicTitleRoutes(app: Operations): void {
  app.operation('ad_groups_dynamic_titles/get_status', {
    summary: 'Get the state of generated titles',
    description:
      'Returns how many titles were generated for the product groups and ads of an ad group, and how many reviewed.',
    schema: { params: DynamicTitlesPath, response: { 200: DynamicTitlesStatus } },
    handler: ({ params, world, caller }, reply) => {
      const titled = adGroupIn(world, params, caller.userId)
      const generated_count = titlesOf(world, titled, readProgressOf(world, 'dynamic_titles')).length
      const reviewed_count = reviewOf(world.db, titled.adGroup.id)?.reviewed_count ?? 0
      return sendJson(reply, JSON.stringify({ is_ready: generated_count > 0, generated_count, reviewed_count }))
    },
  })

  app.operation('ad_groups_dynamic_titles/download_csv', {
    summary: 'Download generated titles',
    description: 'Returns a URL of the generated titles as a CSV file. Its columns are assumed.',
    schema: { params: DynamicTitlesPath, response: { 200: DynamicTitlesFile } },
    handler: (request, reply) => {
      const { params, world, caller, origin, id: requestId } = request
      const titled = adGroupIn(world, params, caller.userId)
      const generated = titlesOf(world, titled, readProgressOf(world, 'dynamic_titles')).length
      world.rules.assert(dynamicTitleRules, { generated })
      // Each response has a URL of its own, so none is cached.
      request.version = null
      const context = { origin, world: world.name, now: world.clock.seconds(), requestId }
      return sendJson(reply, JSON.stringify({ download_url: signedUrl(fileOf(titled), context) }))
    },
  })

  app.operation('ad_groups_dynamic_titles/get_upload_url', {
    summary: 'Get a place for reviewed titles',
    description:
      'Returns a URL that takes a reviewed file, and the id by which it is processed. The file is not stored.',
    schema: { params: DynamicTitlesPath, response: { 200: DynamicTitlesUpload } },
    handler: ({ params, world, caller, origin }, reply) => {
      const titled = adGroupIn(world, params, caller.userId)
      const { accountId, adGroup } = titled
      const request_id = uploadIdOf(titled, world.clock.seconds())
      const below = `${origin}${pathOfWorld(world.name)}${uploads.below}${uploads.path}`
      const existing_filename = `aid-${accountId}/ad_group-${adGroup.id}/validated_approvals.csv`
      return sendJson(
        reply,
        JSON.stringify({
          request_id,
          upload_url: `${below}/dynamic_titles/${request_id}.csv`,
          ...(reviewOf(world.db, adGroup.id) !== undefined && { existing_filename }),
        }),
      )
    },
  })

  app.operation('ad_groups_dynamic_titles/process_csv', {
    summary: 'Process reviewed titles',
    description:
      'Takes a reviewed file over: all generated titles then count as reviewed. An id that no upload URL came with is an INVALID_FILE.',
    schema: { params: DynamicTitlesPath, body: DynamicTitlesProcess, response: { 200: DynamicTitlesProcessed } },
    handler: ({ params, body: { request_id }, world, caller }, reply) => {
      const titled = adGroupIn(world, params, caller.userId)
      if (!isUploadOf(titled, request_id)) {
        return sendJson(reply, JSON.stringify({ errors: [{ error_type: 'INVALID_FILE', row_number: -1 }] }))
      }
      const count = titlesOf(world, titled, progressOf(world, 'dynamic_titles')).length
      world.write(() => storeReview(world, titled, count))
      return sendJson(reply, JSON.stringify({ status: 'SUCCESS', errors: [] }))
    },
  })
}

function adGroupIn(
  world: World,
  { ad_account_id, ad_group_id }: { readonly ad_account_id: string; readonly ad_group_id: string },
  callerId: string,
): TitledAdGroup {
  const { id: accountId } = requireAdAccount(world, ad_account_id)
  const adGroup = found(adGroupTable.find(world.db, accountId, ad_group_id), adGroupErrors['ad_group.path'], {
    callerId,
  })
  return { accountId, adGroup }
}
