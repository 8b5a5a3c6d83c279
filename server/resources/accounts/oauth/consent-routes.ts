import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AuthSettings } from '#server/domain/access/tokens.ts'
import type { User } from '#server/domain/access/user.ts'
import { checkedName } from '#server/domain/world-name.ts'
import { formType } from '#server/http/parsing/form-body.ts'
import type { World } from '#server/worlds/world.ts'
import { listUsers } from '../users/repository.ts'
import { ConsentError, type ConsentRequest, consentRequest, one, redirectTarget } from './consent.ts'
import { consentPage, policyOf, refusalPage } from './consent-page.ts'
import { FormTokens, formTokenField } from './form-token.ts'
import { issueCode } from './grants.ts'

/** What the page needs: which apps there are, and whether anybody is asked at all. */
export interface ConsentOptions {
  readonly settings: AuthSettings
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Adds the consent page, at `/oauth/` of the server's own root and of each world. Beside the query of the real one it knows
 * `auto_approve`, which allows at once, and `user`, the name of the user who is chosen at first.
 */
export async function consentRoutes(app: FastifyInstance, { settings }: ConsentOptions): Promise<void> {
  const tokens = new FormTokens()

  const ask = (request: FastifyRequest, reply: FastifyReply) =>
    orRefusal(reply, () => {
      const world = worldOf(request)
      const query = request.query as Fields
      const asked = consentRequest(query, settings)
      const users = listUsers(world.readable)
      const chosen = userChosen(users, one(query, 'user'))
      if (settings.autoApprove || isTrue(one(query, 'auto_approve'))) return allow(request, reply, asked, chosen)
      const formToken = tokens.of(world.name, asked)
      const page = consentPage({ asked, users, chosen: chosen.username, world: world.name, formToken })
      return sendPage(reply, 200, page, asked.redirectUri)
    })

  const answer = (request: FastifyRequest, reply: FastifyReply) =>
    orRefusal(reply, () => {
      const world = worldOf(request)
      const asked = consentRequest(request.query as Fields, settings)
      const { decision, user, [formTokenField]: token } = (request.body ?? {}) as Fields
      if (!tokens.isOf(token, world.name, asked)) {
        throw new ConsentError('The answer does not come from the consent page, or from that of an earlier start.')
      }
      if (decision !== 'allow') return reply.redirect(redirectTarget(asked, 'error=access_denied'), 302)
      return allow(request, reply, asked, userChosen(listUsers(world.readable), user))
    })

  for (const url of ['/oauth/', '/oauth']) {
    app.get(url, { schema: { hide: true } }, ask)
    app.post(url, { schema: { hide: true, consumes: [formType] } }, answer)
  }
}

function allow({ world }: FastifyRequest, reply: FastifyReply, asked: ConsentRequest, { id }: User): FastifyReply {
  const { clientId, redirectUri, scopes } = asked
  const code = world.write(() => issueCode(world, { app: clientId, userId: id, redirectUri, scopes }))
  return reply.header('cache-control', 'no-store').redirect(redirectTarget(asked, `code=${code}`), 302)
}

/** Returns the world that a request is for. A world that does not exist yet is created by a code alone. */
function worldOf(request: FastifyRequest): World {
  checkedName(request.worldName)
  return request.world
}

/** Returns the user of that name or id; the first one when nobody is named. */
function userChosen(users: readonly User[], named: unknown): User {
  const [first] = users
  const found = named === undefined ? first : users.find(({ id, username }) => id === named || username === named)
  if (found === undefined) throw new ConsentError(`This world has no user ${named}.`)
  return found
}

/** Does the work, or answers the page that says why it cannot be done. */
function orRefusal(reply: FastifyReply, work: () => FastifyReply): FastifyReply {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error
    return sendPage(reply, 400, refusalPage(error.message))
  }
}

const sendPage = (reply: FastifyReply, status: number, page: string, redirectUri?: string): FastifyReply =>
  reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policyOf(redirectUri))
    .header('x-frame-options', 'DENY')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .send(page)

const isTrue = (value: string | undefined): boolean => value === '1' || value?.toLowerCase() === 'true'
