import { configurationOf, UsageError } from '../config/config.ts'
import type { Configuration } from '../config/options.ts'
import { defaultWorld } from '../domain/world-name.ts'
import { openServer, startServer } from '../server.ts'
import { MockWorld, type Reach } from './mock-world.ts'
import { fetchFrom } from './transport.ts'

/** What a mock is started with: any option of the command line, by its name in the configuration file. */
export type StartOptions = Partial<Configuration> & {
  /** False for a mock without a socket: only its `fetch` reaches it. */
  readonly listen?: boolean
}

/** A mock in this process: its default world, and the way to its other worlds. */
export class Mock extends MockWorld {
  readonly #close: () => Promise<unknown>

  constructor(reach: Reach, close: () => Promise<unknown>) {
    super(reach, defaultWorld)
    this.#close = close
  }

  /** Answers what has begun, and ends the server. */
  async close(): Promise<void> {
    await this.#close()
  }
}

/**
 * Starts a mock in this process, on a free port of loopback unless the options say otherwise.
 *
 * @throws UsageError for options that are refused, SeedFileError for such a seed.
 */
export async function startMock({ listen = true, ...options }: StartOptions = {}): Promise<Mock> {
  const configuration = configurationOf({ port: 0, logLevel: 'silent', ...options })
  const { controlToken } = configuration
  if (listen) {
    const { app, about } = await startServer(configuration)
    return new Mock({ origin: originOf(about.base_url), fetch, controlToken }, () => app.close())
  }
  const { app } = await openServer(configuration)
  await app.ready()
  return new Mock({ origin: 'http://localhost', fetch: fetchFrom(app), controlToken }, () => app.close())
}

/**
 * The same verbs for a server that runs elsewhere: in a container, or around this process by `exec`.
 *
 * @param url Where it is, with or without `/v5`; what `PINTEREST_MOCK_URL` says when absent.
 * @param options `controlToken`: what it was started with as `--control-token`.
 */
export function connectMock(
  url: string | URL | undefined = process.env.PINTEREST_MOCK_URL,
  { controlToken }: { readonly controlToken?: string } = {},
): MockWorld {
  if (url === undefined) throw new UsageError('connectMock needs a URL, or the variable PINTEREST_MOCK_URL.')
  return new MockWorld({ origin: originOf(String(url)), fetch, controlToken }, defaultWorld)
}

const originOf = (baseUrl: string): string => baseUrl.replace(/(?:\/v5)?\/*$/, '')
