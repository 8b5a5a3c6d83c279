import { found } from '#server/domain/errors/found.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { userTable } from '#server/resources/accounts/users/repository.ts'
import { profiled } from '#server/resources/accounts/users/service.ts'
import { countBoards } from '../boards/repository.ts'
import { countPins } from '../pins/repository.ts'
import { countFollowers, countFollowing } from '../user-follows/repository.ts'
import { userAccountErrors } from './resource.ts'
import { UserAccount, UserAccountQuery } from './schema.ts'

/** Adds the operation on the calling user. */
export function userAccountRoutes(app: Operations): void {
  app.operation('user_account/get', {
    summary: 'Get the user',
    description:
      'Returns the calling user with counts of boards, Pins and followers; with ad_account_id, the owner of that ad account.',
    schema: { querystring: UserAccountQuery, response: { 200: UserAccount } },
    handler: (request, reply) => {
      const { db } = request.world
      const id = actorOf(request)
      const user = found(userTable.find(db, id), userAccountErrors['user.id'])
      const counts = { board_count: countBoards(db, id), pin_count: countPins(db, id) }
      const follows = { follower_count: countFollowers(db, id), following_count: countFollowing(db, id) }
      return sendJson(reply, JSON.stringify({ ...profiled(user), ...counts, ...follows, monthly_views: 0 }))
    },
  })
}
