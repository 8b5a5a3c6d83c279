import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AuthSettings } from '#server/domain/access/tokens.ts'
import type { User } from '#server/domain/access/user.ts'
import { checkedName } from '#server/domain/world-name.ts'
import type { WorldCheck } from '#server/http/made-worlds.ts'
import { formType } from '#server/http/parsing/form-body.ts'
import type { World } from '#server/worlds/world.ts'
import { listUsers } from '../users/repository.ts'
import { ConsentError, type ConsentRequest, consentRequest, one, redirectTarget } from './consent.ts'
import { consentPage, policyOf, refusalPage } from './consent-page.ts'
import { FormTokens, formTokenField } from './form-token.ts'
import { issueCode } from './grants.ts'

/** The settings of the consent page: the declared apps, and whether it allows without a click. */
export interface ConsentOptions {
  readonly settings: AuthSettings
  /** Throws for a world that may not be used; every world may when absent. */
  readonly checkWorld?: WorldCheck | undefined
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Adds the consent page, at `/oauth/` of the server's root and of each world. Beside the query parameters of the real
 * page it takes `auto_approve`, which allows at once, and `user`, the name of the preselected user.
 */
export async function consentRoutes(app: FastifyInstance, { settings, checkWorld }: ConsentOptions): Promise<void> {
  const tokens = new FormTokens()

  /** Returns the world of a request. A world that does not exist yet is created only when a code is issued. */
  const worldOf = (request: FastifyRequest): World => {
    checkWorld?.(checkedName(request.worldName))
    return request.world
  }

  const ask = (request: FastifyRequest, reply: FastifyReply) =>
    orRefusal(reply, () => {
      const world = worldOf(request)
      const query = request.query as Fields
      const appRequest = consentRequest(query, settings)
      const users = listUsers(world.readable)
      const chosen = userChosen(users, one(query, 'user'))
      if (settings.autoApprove || isTrue(one(query, 'auto_approve'))) return allow(request, reply, appRequest, chosen)
      const formToken = tokens.of(world.name, appRequest)
      const page = consentPage({ request: appRequest, users, chosen: chosen.username, world: world.name, formToken })
      return sendPage(reply, 200, page, appRequest.redirectUri)
    })

  const answer = (request: FastifyRequest, reply: FastifyReply) =>
    orRefusal(reply, () => {
      const world = worldOf(request)
      const appRequest = consentRequest(request.query as Fields, settings)
      const { decision, user, [formTokenField]: token } = (request.body ?? {}) as Fields
      if (!tokens.isOf(token, world.name, appRequest)) {
        throw new ConsentError('The answer does not come from the consent page, or from that of an earlier start.')
      }
      if (decision !== 'allow') return reply.redirect(redirectTarget(appRequest, 'error=access_denied'), 302)
      return allow(request, reply, appRequest, userChosen(listUsers(world.readable), user))
    })

  for (const url of ['/oauth/', '/oauth']) {
    app.get(url, { schema: { hide: true } }, ask)
    app.post(url, { schema: { hide: true, consumes: [formType] } }, answer)
  }
}

function allow({ world }: FastifyRequest, reply: FastifyReply, appRequest: ConsentRequest, { id }: User): FastifyReply {
  const { clientId, redirectUri, scopes } = appRequest
  const code = world.write(() => issueCode(world, { app: clientId, userId: id, redirectUri, scopes }))
  return reply.header('cache-control', 'no-store').redirect(redirectTarget(appRequest, `code=${code}`), 302)
}

/** Returns the user with this name or id; the first user when neither is sent. */
function userChosen(users: readonly User[], named: unknown): User {
  const [first] = users
  const found = named === undefined ? first : users.find(({ id, username }) => id === named || username === named)
  if (found === undefined) throw new ConsentError(`This world has no user ${named}.`)
  return found
}

/** Runs the work; replies with the refusal page when it throws a ConsentError. */
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
