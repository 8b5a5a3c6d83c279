import { type FastifyInstance, LogController } from 'fastify'
import { type CreateFastifyOptions, createFastify } from '../app/create-fastify.ts'
import { parseNestedQuery } from '../http/query-string.ts'
import { nextRequestId } from '../journal/request-ids.ts'
import { selfCheckPlugin } from '../plugins/self-check.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'
import type { ControlOptions } from './context.ts'
import { controlRoutes, controlValidator } from './index.ts'

interface ControlAppOptions extends CreateFastifyOptions {
  readonly worlds: WorldRegistry
  readonly selfCheck: boolean
  readonly control: ControlOptions
}

/** Builds test control as an application of its own, ready for requests. It logs to the server's logger. */
export async function controlApp(
  { log }: FastifyInstance,
  { selfCheck, control, ...options }: ControlAppOptions,
): Promise<FastifyInstance> {
  await options.worlds.sources.loadSeeds()
  const logController = new LogController({ disableRequestLogging: true })
  const own = { loggerInstance: log, logController, genReqId: nextRequestId }
  const app = createFastify({ ...options, validator: controlValidator, querystringParser: parseNestedQuery, own })
  if (selfCheck) app.register(selfCheckPlugin)
  app.register(controlRoutes, { ...control, prefix: '/__mock' })
  await app.ready()
  return app
}
