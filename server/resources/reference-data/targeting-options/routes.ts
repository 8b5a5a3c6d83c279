import { found } from '#server/domain/errors/found.ts'
import { interests } from '#server/domain/reference/interests.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { audienceNames } from '#server/resources/audiences/audiences/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { type Options, optionsOf } from './options.ts'
import { targetingOptionErrors } from './resource.ts'
import { InterestDetails, InterestPath, TargetingOptions, TargetingOptionsQuery, TargetingTypePath } from './schema.ts'

/** Adds the operations that list the values of targeting. */
export function targetingOptionRoutes(app: Operations): void {
  app.operation('targeting_options/get', {
    summary: 'List targeting options',
    description:
      'Returns the values that a key of a targeting spec allows. AUDIENCE values require ad_account_id. KEYWORD has no fixed values.',
    schema: { params: TargetingTypePath, querystring: TargetingOptionsQuery, response: { 200: TargetingOptions } },
    handler: ({ params: { targeting_type }, query: { ad_account_id }, world }, reply) =>
      sendJson(reply, JSON.stringify([optionsOf[targeting_type](audiencesOf(world, ad_account_id))])),
  })

  app.operation('interest_targeting_options/get', {
    summary: 'Get an interest',
    description: 'Returns one interest with the ids of its child interests.',
    schema: { params: InterestPath, response: { 200: InterestDetails } },
    handler: ({ params: { interest_id } }, reply) => {
      const interest = found(interests.get(interest_id), targetingOptionErrors['interest.path'])
      return sendJson(reply, JSON.stringify(interest))
    },
  })
}

function audiencesOf(world: World, accountId: string | undefined): Options {
  if (accountId === undefined) return {}
  const { id } = requireAdAccount(world, accountId)
  return Object.fromEntries(audienceNames(world.db, id).map(({ id, name }) => [id, name]))
}
