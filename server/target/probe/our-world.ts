import type { Configuration } from '#server/config/configuration.ts'
import type { FeatureSettings } from '#server/domain/ads/features.ts'
import { isObject } from '#server/domain/json-object.ts'
import { openServer } from '#server/server.ts'
import type { PlayedAnswer, ResolvedCall } from './case-player.ts'
import { carouselSource, imageSource } from './cases/pins.ts'

/** A world of this mock, in this process, with one ad account: what a target is compared with. */
export interface OurWorld {
  readonly adAccount: string
  readonly send: (call: ResolvedCall) => Promise<PlayedAnswer>
  /** Sets the features of ad accounts, in place of those that were set before. */
  readonly setFeatures: (features: FeatureSettings) => Promise<void>
  /** Makes a Pin of one image, or of several for the type CAROUSEL, and returns its id. */
  readonly makePin: (type?: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** Opens a world with the rules, features and version of a configuration. It listens on no port. */
export async function openOurWorld(configuration: Configuration): Promise<OurWorld> {
  const { app } = await openServer({
    ...configuration,
    ...{ seed: 'empty', dataDir: undefined, exportOnExit: undefined, watch: false, httpsPort: undefined },
    ...{ limits: 'off', faults: [], auth: 'open', control: true, controlToken: undefined, rehearse: 'off' },
    ...{ profile: 'off', journal: 0 },
  })
  const call = async (method: string, url: string, payload?: unknown): Promise<PlayedAnswer> => {
    const { statusCode, body } = await app.inject({
      method: method as 'GET',
      url,
      headers: { host: 'localhost', authorization: 'Bearer probe', 'content-type': 'application/json' },
      ...(payload !== undefined && { payload: JSON.stringify(payload) }),
    })
    return { status: statusCode, body: body === '' ? undefined : JSON.parse(body) }
  }
  const make = async (url: string, payload: object): Promise<string> => {
    const { body } = await call('POST', url, payload)
    return isObject(body) ? String(body.id) : ''
  }
  return {
    adAccount: await make('/v5/ad_accounts', { name: 'Probe', country: 'US' }),
    send: ({ method, path, query, body }) => call(method, `/v5${path}${textOf(query)}`, body),
    makePin: (type) => make('/v5/pins', { media_source: type === 'CAROUSEL' ? carouselSource : imageSource }),
    setFeatures: async (features) => void (await call('PUT', '/__mock/settings', { features })),
    close: async () => void (await app.close()),
  }
}

const textOf = (query: Readonly<Record<string, string>>): string =>
  Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`
