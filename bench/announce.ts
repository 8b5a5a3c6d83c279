import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** In a server's process: listens, tells the bench where, and from then on answers how much processor time it has used. */
export async function announce(app: FastifyInstance, details: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  process.on('message', () => process.send?.(process.cpuUsage()))
  process.on('disconnect', () => process.exit())
  process.send?.({ port: (app.server.address() as AddressInfo).port, ...details })
}
