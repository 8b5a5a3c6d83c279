import { existsSync, readdirSync } from 'node:fs'
import { extname } from 'node:path'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { ApiError } from '../domain/errors/api-errors.ts'
import { Asset, fileSource } from './docs-assets.ts'
import { createPageApp, pageHeaders } from './page-app.ts'

/** Beside the built bundles, and where a server that runs from its sources finds what `npm run build` made. */
const folder = ['../console/', '../../build/console/']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(new URL('index.html', url)))

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Scripts, styles and connections of this server alone; nothing inline. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Builds the application that serves the files of the console. It is built on the first request for them. */
export async function consoleApp(log: FastifyBaseLogger): Promise<FastifyInstance> {
  if (folder === undefined) throw new ApiError('request.path', { detail: 'the console is not built: npm run build' })
  const app = createPageApp(log)
  app.addHook('onSend', (_request, reply, _payload, next) => {
    reply.headers({ ...pageHeaders, 'content-security-policy': policy })
    next()
  })
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)]
    if (type === undefined) continue
    const asset = new Asset(type, fileSource(new URL(name, folder)))
    const urls =
      name === 'index.html' ? ['/console/', '/console/index.html'] : [`/console/${name.replaceAll('\\', '/')}`]
    for (const url of urls) app.get(url, (request, reply) => asset.send(request, reply))
  }
  await app.ready()
  return app
}
