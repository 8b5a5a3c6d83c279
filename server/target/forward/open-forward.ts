import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import type { Configuration } from '#server/config/configuration.ts'
import { UsageError } from '#server/config/usage-error.ts'
import { TargetClient } from '../client/target-client.ts'
import { isProductionHost, targetUrl } from '../client/target-url.ts'
import { readTargetToken, tokenVariable } from '../client/token.ts'
import { Recorder } from '../recordings/recorder.ts'
import { forwardedCall } from './forwarded-call.ts'
import { Forwarder } from './forwarder.ts'

/** Milliseconds within which calls that wait are still compared when the server ends. */
const drainTime = 5000

/** How another server is reached: not for long, since the next call waits. */
const reach = { attempts: 2, timeout: 10_000, longestWait: 10_000 } as const

type ForwardOptions = Pick<Configuration, 'forward' | 'forwardWrites' | 'production' | 'record'>

/**
 * Returns the plugin that sends on what this server has answered.
 *
 * @throws UsageError where the other server may not be called, there is no token for it, or no folder for its answers.
 */
export async function openForward(
  { forward = '', forwardWrites, production, record }: ForwardOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<FastifyPluginCallback> {
  const baseUrl = targetOf(forward, production)
  if (forwardWrites && isProductionHost(new URL(baseUrl).hostname)) {
    throw new UsageError('--forward-writes: calls that change something are never sent on to production.')
  }
  if ((environment[tokenVariable] ?? '').trim() === '') {
    throw new UsageError(`--forward needs the token of ${baseUrl} in ${tokenVariable}.`)
  }
  const client = new TargetClient({ ...reach, baseUrl, token: readTargetToken(undefined, environment) })
  const recorder = record === undefined ? undefined : await Recorder.open(record, client)
  return forwardPlugin(new Forwarder({ client, writes: forwardWrites, recorder }), () => recorder?.left ?? 0)
}

/** Returns the URL of the other server; mistakes are named after the option. */
function targetOf(url: string, production: boolean): string {
  try {
    return targetUrl(url, { production })
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(error.message.replaceAll('--target', '--forward'))
    throw error
  }
}

/**
 * Returns the plugin that offers answered calls to a forwarder. It never waits for the other server, until this one
 * ends.
 *
 * @param left Returns how many answers were not kept.
 */
export const forwardPlugin = (
  forwarder: Pick<Forwarder, 'offer' | 'idle' | 'close'>,
  left: () => number = () => 0,
): FastifyPluginCallback =>
  fp(
    (app, _options, done) => {
      app.addHook('onSend', (request, reply, payload, next) => {
        const call = forwardedCall(request, reply, payload)
        if (call !== undefined) forwarder.offer(call)
        next(null, payload)
      })
      app.addHook('onClose', async () => {
        const timer = setTimeout(() => forwarder.close(), drainTime)
        await forwarder.idle()
        clearTimeout(timer)
        forwarder.close()
        if (left() > 0) app.log.warn(`--record: ${left()} answers were not kept, for want of room or by the disk`)
      })
      done()
    },
    { name: 'forward', dependencies: ['operations', 'journal', 'stub-match', 'request-faults'], fastify: '5.x' },
  )
