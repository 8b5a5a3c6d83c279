import type { FastifyInstance } from 'fastify'
import { allowPages } from '../http/cors.ts'
import type { WorldCheck } from '../http/made-worlds.ts'
import { caCertificatePath, caCertificatePlugin } from '../plugins/ca-certificate.ts'
import { healthPlugin } from '../plugins/health.ts'
import type { AppOptions } from './options.ts'

/** What the routes about the server itself are mounted with. */
interface ProbeOptions extends Pick<AppOptions, 'worlds' | 'authority'> {
  readonly checkWorld: WorldCheck | undefined
}

/** Mounts what anybody may ask without a token: whether the server is alive and ready, and its certificate. */
export function mountProbes(app: FastifyInstance, { worlds, authority, checkWorld }: ProbeOptions): void {
  app.register(async (open) => {
    allowPages(open, { paths: ['/healthz', '/readyz', caCertificatePath] })
    open.register(caCertificatePlugin, { certificate: authority })
    open.register(healthPlugin, {
      refuseUnready: (world) => {
        checkWorld?.(world)
        worlds.assertReady(world)
      },
    })
  })
}
