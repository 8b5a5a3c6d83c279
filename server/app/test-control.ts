import type { FastifyInstance } from 'fastify'
import type { Operation } from '#openapi/operations.ts'
import type { ControlOptions } from '../control/context.ts'
import type { GuardOptions } from '../control/protocol/guard.ts'
import type { AuthSettings } from '../domain/access/tokens.ts'
import { mountLazily } from '../http/connection/lazy-app.ts'
import type { LazyOperations } from '../plugins/lazy-operations.ts'
import { implementedOperations, implementedResources, operationIdsOf } from '../registry/operations.ts'
import type { AppOptions } from './options.ts'

/** What test control is mounted with. */
interface MountOptions extends Omit<AppOptions, 'control'> {
  readonly auth: AuthSettings
  readonly about: ControlOptions['about']
  readonly selfCheck: boolean
  readonly resources: readonly LazyOperations[]
  readonly control: GuardOptions
}

/** Mounts test control at `/__mock`; it is loaded on the first call. */
export function mountControl(app: FastifyInstance, { control: guard, ...others }: MountOptions): void {
  const { worlds, about, auth, unmatched, bodyLimit, publicUrl, webhookHosts, selfCheck, resources } = others
  const { console = true } = others
  const implemented = resources === implementedResources ? implementedOperations : operationIdsOf(resources)
  const isImplemented = ({ id }: Operation): boolean => implemented.has(id)
  // Where nobody listens, no browser opens an address.
  const consoleAt = (origin: string): string | undefined =>
    console && app.server.listening ? `${origin}/console/` : undefined
  const control = { worlds, about, auth, unmatched, consoleAt, isImplemented, guard }
  const options = { worlds, bodyLimit, publicUrl, webhookHosts, selfCheck, control }
  const route = {
    ...mountLazily(app, async () => (await import('../control/app.ts')).controlApp(app, options)),
    method: app.supportedMethods,
  }
  for (const url of ['/__mock', '/__mock/*']) app.route({ ...route, url })
}
