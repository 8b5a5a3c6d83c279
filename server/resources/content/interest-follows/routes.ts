import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { UserPath } from '../user-follows/schema.ts'
import { userNamed } from '../user-follows/service.ts'
import { listInterestFollows } from './repository.ts'
import { FollowedInterestPage, FollowedInterestQuery } from './schema.ts'
import { interestText } from './serialize.ts'

/** Adds the operation on interests that users follow. */
export function interestFollowRoutes(app: Operations): void {
  app.operation('user_account/followed_interests', {
    summary: 'List followed interests',
    description: 'Returns a page of the interests that a user follows, in the order in which the user began to.',
    schema: { params: UserPath, querystring: FollowedInterestQuery, response: { 200: FollowedInterestPage } },
    handler: ({ operation, params, query, world }, reply) => {
      const { id } = userNamed(world, params.username)
      const page = requestedPage({ operation, query }, { userId: id })
      return replyWithPage(reply, page, listInterestFollows(world.db, id, page), interestText)
    },
  })
}
