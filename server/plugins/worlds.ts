import type { IncomingMessage } from 'node:http'
import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { mayBeToken } from '../domain/ids.ts'
import { defaultWorld, pathOfWorld, worldMarkedIn, worldNamePattern } from '../domain/world-name.ts'
import type { World } from '../worlds/world.ts'

const worldPrefix = /^\/w\/([^/?]*)(.*)$/s
const bearer = /^Bearer +(pin[ar]_\S+~)/i
const ownPaths =
  /^\/(?:$|\?|v5(?:[/?]|$)|(?:console|docs|__mock|async_reporting_v3|billing_invoices|bulk_framework|catalogs_reports|dynamic_titles|leads_export)(?:[/?]|$)|(?:openapi\.json|healthz|readyz|favicon\.ico)(?:\?|$)|oauth\/?(?:\?|$))/
const worldOfRequest = Symbol('world')
const worldOfHeaders = Symbol('world of headers')
const foundWorld = Symbol('found world')

interface NamedRequest extends IncomingMessage {
  /** The URL before it is rewritten, as Fastify keeps it. */
  originalUrl?: string
  /** The world that the URL or the body names. */
  [worldOfRequest]?: string
  /** The world that the bearer token names, cached because a request reads it half a dozen times. */
  [worldOfHeaders]?: string
  /** The world that was found by the name. */
  [foundWorld]?: World
}

/** The scheme and host of an absolute URL, which clients send to a proxy and every server has to accept. */
const authority = /^https?:\/\/[^/?#]*/i

/**
 * Removes the world from a URL and adds `/v5` where it is missing, before the request is routed: `/w/one/v5/x`, `/v5/x`
 * and `/x` are the same call, the first in the world `one`.
 */
export function rewriteUrl(request: NamedRequest): string {
  let url = request.url ?? '/'
  if (!url.startsWith('/')) {
    url = url.replace(authority, '') || '/'
    request.originalUrl = url
  }
  const match = worldPrefix.exec(url)
  if (match !== null) {
    request[worldOfRequest] = match[1] ?? ''
    url = match[2] || '/'
  }
  return ownPaths.test(url) ? url : `/v5${url}`
}

/** Returns whether a path is the mock's own, outside the API: such a request never has `/v5` added. */
export const isOwnPath = (path: string): boolean => ownPaths.test(path) && !/^\/v5(\/|$)/.test(path)

function worldOfBearer(authorization = ''): string | undefined {
  const token = bearer.exec(authorization)?.[1]
  return token === undefined ? undefined : worldMarkedIn(token)
}

/** Returns the name of the world that a request is for, valid or not. */
export function worldNameOf(raw: NamedRequest): string {
  const named = raw[worldOfRequest]
  if (named !== undefined) return named
  raw[worldOfHeaders] ??= worldOfBearer(raw.headers.authorization) ?? defaultWorld
  return raw[worldOfHeaders]
}

/** Returns the prefix of the world that a URL names; empty where it names none, or what is no world's name. */
export function worldPrefixOf({ [worldOfRequest]: named = '' }: NamedRequest): string {
  return worldNamePattern.test(named) ? pathOfWorld(named) : ''
}

/** Selects the world by a token or code in the body, where neither the URL nor a bearer token did. */
export function selectWorldByToken({ raw }: FastifyRequest, token: string): void {
  const request: NamedRequest = raw
  const worldOfToken = mayBeToken(token) ? worldMarkedIn(token) : undefined
  if (worldOfToken !== undefined && worldOfBearer(raw.headers.authorization) === undefined)
    request[worldOfRequest] ??= worldOfToken
}

/** Options of the plugin. */
export interface WorldsPluginOptions {
  /** Finds a world by its name. */
  readonly worldNamed: (name: string) => World
  /** The URL at which clients reach the server, where that is not its host and port. */
  readonly publicUrl?: string | undefined
}

const plugin: FastifyPluginCallback<WorldsPluginOptions> = (app, { worldNamed, publicUrl }, done) => {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host
  app.decorateRequest('worldName', {
    getter() {
      return worldNameOf(this.raw)
    },
  })
  app.decorateRequest('origin', {
    getter() {
      // The host in a client's request is one that it reaches. X-Forwarded-* is ignored: any client can send it.
      return publicUrl !== undefined && this.host === publicHost ? publicUrl : `${this.protocol}://${this.host}`
    },
  })
  app.decorateRequest('world', {
    getter() {
      const raw: NamedRequest = this.raw
      const found = raw[foundWorld]
      // The body may select another world than the one read before, and a world may be reset meanwhile.
      if (found !== undefined && found.name === this.worldName && !found.isRetired) return found
      const world = worldNamed(this.worldName)
      raw[foundWorld] = world
      return world
    },
  })
  done()
}

/** Knows how requests name their world; nothing else does. */
export const worldsPlugin = fp(plugin, { name: 'worlds', fastify: '5.x' })
