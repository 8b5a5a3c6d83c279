import type { IncomingMessage } from 'node:http'
import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { mayBeToken } from '../domain/ids.ts'
import { defaultWorld, worldMarkedIn } from '../domain/world-name.ts'
import type { World } from '../worlds/world.ts'

const named = /^\/w\/([^/?]*)(.*)$/s
const bearer = /^Bearer +(pin[ar]_\S+~)/i
const ownPaths =
  /^\/(?:$|\?|v5(?:[/?]|$)|(?:docs|__mock)(?:[/?]|$)|(?:openapi\.json|healthz|readyz|favicon\.ico)(?:\?|$)|oauth\/?(?:\?|$))/
const worldOfRequest = Symbol('world')
const worldOfHeaders = Symbol('world of headers')
const foundWorld = Symbol('found world')

interface NamedRequest extends IncomingMessage {
  /** What Fastify keeps of the URL before it is rewritten. */
  originalUrl?: string
  /** What the URL or the body names. */
  [worldOfRequest]?: string
  /** What the bearer token names, kept because a request asks for its world half a dozen times. */
  [worldOfHeaders]?: string
  /** The world that was found by the name. */
  [foundWorld]?: World
}

/** What stands before the path when a client sends a whole URL, as it does to a proxy; every server has to take that. */
const authority = /^https?:\/\/[^/?#]*/i

/**
 * Takes the world out of a URL and puts `/v5` in where it is missing, before the request is routed: `/w/one/v5/x`,
 * `/v5/x` and `/x` are the same call, the first in the world `one`.
 */
export function rewriteUrl(request: NamedRequest): string {
  let url = request.url ?? '/'
  if (!url.startsWith('/')) {
    url = url.replace(authority, '') || '/'
    request.originalUrl = url
  }
  const match = named.exec(url)
  if (match !== null) {
    request[worldOfRequest] = match[1] ?? ''
    url = match[2] || '/'
  }
  return ownPaths.test(url) ? url : `/v5${url}`
}

function worldOfBearer(authorization = ''): string | undefined {
  const token = bearer.exec(authorization)?.[1]
  return token === undefined ? undefined : worldMarkedIn(token)
}

/** The name of the world that a request is for, whether or not there could be such a world. */
export function worldNameOf(raw: NamedRequest): string {
  const named = raw[worldOfRequest]
  if (named !== undefined) return named
  raw[worldOfHeaders] ??= worldOfBearer(raw.headers.authorization) ?? defaultWorld
  return raw[worldOfHeaders]
}

/** Lets a token or code in the body that may be one select the world, where neither the URL nor a bearer token did. */
export function followMark({ raw }: FastifyRequest, token: string): void {
  const request: NamedRequest = raw
  const marked = mayBeToken(token) ? worldMarkedIn(token) : undefined
  if (marked !== undefined && worldOfBearer(raw.headers.authorization) === undefined) request[worldOfRequest] ??= marked
}

/** What the plugin needs: how a world is found by its name. */
export interface WorldsPluginOptions {
  readonly worldNamed: (name: string) => World
}

const plugin: FastifyPluginCallback<WorldsPluginOptions> = (app, { worldNamed }, done) => {
  app.decorateRequest('worldName', {
    getter() {
      return worldNameOf(this.raw)
    },
  })
  app.decorateRequest('origin', {
    getter() {
      return `${this.protocol}://${this.host}`
    },
  })
  app.decorateRequest('world', {
    getter() {
      const raw: NamedRequest = this.raw
      const found = raw[foundWorld]
      // A body may name another world than the one that was asked for until then, and a world may be reset meanwhile.
      if (found !== undefined && found.name === this.worldName && !found.journal.isClosed) return found
      const world = worldNamed(this.worldName)
      raw[foundWorld] = world
      return world
    },
  })
  done()
}

/** Knows how a request names its world; nobody else does. */
export const worldsPlugin = fp(plugin, { name: 'worlds', fastify: '5.x' })
