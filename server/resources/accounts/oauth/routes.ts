import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accessTokenLifetime, refreshTokenLifetime } from '#server/domain/access/tokens.ts'
import { formType } from '#server/http/parsing/form-body.ts'
import { json, sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { selectWorldByToken } from '#server/plugins/worlds.ts'
import { accessForApp, conversionToken, exchangeCode, refresh, unknownGrant } from './grants.ts'
import type { Access } from './issue-tokens.ts'
import { ConversionTokenReply, RevocationRequest, TokenReply, TokenRequest } from './schema.ts'
import { isKnown, revoke } from './service.ts'

/** Adds the operations that issue and revoke tokens. The consent page is not below `/v5`. */
export function oauthRoutes(app: Operations): void {
  app.operation('oauth/token', {
    summary: 'Get an access token',
    description:
      'Exchanges an authorization code or a refresh token, or issues a token of the app itself (client_credentials).',
    consumes: [formType],
    schema: { body: TokenRequest, response: { 200: TokenReply } },
    handler: (request, reply) => {
      const { body } = request
      selectWorldByToken(request, tokenIn(body))
      const { world } = request
      if (!world.isCreated && isGrant(body) && !isKnown(world, tokenIn(body))) throw unknownGrant(world)
      const access = world.write(() => accessFor(request, body))
      return sendJson(reply, JSON.stringify(tokenReply(body.grant_type, access)))
    },
  })

  app.operation('token/revoke', {
    summary: 'Revoke a token',
    description:
      'The token stops working at once. Revoking a refresh token also revokes every token of the same authorization code.',
    consumes: [formType],
    schema: {
      body: RevocationRequest,
      response: { 200: z.undefined().meta({ description: 'Revoked. Without a body.' }) },
    },
    handler: (request, reply) => {
      const { body, caller } = request
      selectWorldByToken(request, body.token)
      const { world } = request
      if (world.isCreated || isKnown(world, body.token)) world.write(() => revoke(world, caller, body.token))
      return reply.header('content-type', json).send()
    },
  })

  app.operation('oauth/conversion_token', {
    summary: 'Get a conversion token',
    description: 'Returns a token that can only send conversion events, for every ad account of the user.',
    schema: { response: { 200: ConversionTokenReply } },
    handler: ({ world, caller }, reply) => {
      const access_token = world.write(() => conversionToken(world, caller))
      return sendJson(reply, JSON.stringify({ access_token, token_type: 'conversion' }))
    },
  })
}

const isGrant = ({ grant_type }: TokenRequest): boolean => grant_type !== 'client_credentials'

/** Returns the code or refresh token of a request, which may encode the world of the call. */
const tokenIn = ({ grant_type, code, refresh_token }: TokenRequest): string =>
  (grant_type === 'authorization_code' ? code : refresh_token) ?? ''

/** Issues the tokens of a token request. The schema guarantees the fields that its grant type requires. */
function accessFor(
  { world, caller, rotatesRefreshTokens: rotates }: FastifyRequest,
  { grant_type, code = '', redirect_uri = '', refresh_token = '', scope }: TokenRequest,
): Access {
  if (grant_type === 'authorization_code') return exchangeCode(world, caller, code, redirect_uri)
  if (grant_type === 'refresh_token') return refresh(world, caller, { refresh_token, scope, rotates })
  return accessForApp(world, caller, scope ?? '')
}

const tokenReply = (
  response_type: TokenRequest['grant_type'],
  { access_token, scope, refreshToken }: Access,
): z.input<typeof TokenReply> => ({
  response_type,
  access_token,
  token_type: 'bearer',
  expires_in: accessTokenLifetime,
  scope,
  ...(refreshToken && {
    refresh_token: refreshToken.token,
    refresh_token_expires_in: refreshTokenLifetime,
    refresh_token_expires_at: refreshToken.expires_at,
  }),
})
