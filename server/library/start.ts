import { checkRules, configurationOf, readConfigFile, UsageError } from '../config/config.ts'
import type { Configuration } from '../config/configuration.ts'
import { options as optionTable } from '../config/options.ts'
import { failingFindings } from '../config/subsystem-options.ts'
import { defaultWorld } from '../domain/world-name.ts'
import { openServer, startServer } from '../server.ts'
import { Mock } from './mock.ts'
import { MockWorld } from './mock-world.ts'
import type { FindingName } from './report.ts'
import type { RuleEvidence, RuleOverrides } from './settings-verbs.ts'
import { fetchFrom } from './transport.ts'

/**
 * The options of `startMock`: any option of the command line, by its name in the configuration file, and `listen`.
 *
 * @example
 * const options: StartOptions = { seed: 'empty', listen: false, limits: 'trial' }
 * const world = await startMock(options)
 * await world.close()
 */
export type StartOptions = Omit<Partial<Configuration>, 'rules' | 'failOn'> & {
  /** Overrides of rules by id, or the content of an evidence file; or text as the flag takes it: `evidence.json`. */
  readonly rules?: RuleOverrides | RuleEvidence | string
  /** Findings with which `close()` throws; `any` is all. */
  readonly failOn?: readonly FindingName[]
  /** A configuration file in JSON, whose options count where none are passed. */
  readonly config?: string
  /** Whether the mock listens on a port; without one, only its `fetch` reaches it. True when absent. */
  readonly listen?: boolean
}

/**
 * Starts a mock in this process, by default on a free port of loopback.
 *
 * @throws UsageError for invalid options, SeedFileError for an invalid seed.
 * @example
 * const server = await startMock({ seed: 'small' })
 * const response = await fetch(`${server.baseUrl}/ad_accounts`, { headers: { authorization: 'Bearer any-text' } })
 * console.log(await response.json())
 * await server.close()
 */
export async function startMock({ listen = true, config, ...options }: StartOptions = {}): Promise<Mock> {
  const file = config === undefined ? {} : readConfigFile(config)
  const configuration = configurationOf({ port: 0, logLevel: 'silent', ...file, ...options }, optionNames)
  await checkRules(configuration, optionNames)
  const { controlToken } = configuration
  // The schema of the option refuses other names.
  const failOn = failingFindings(configuration) as readonly FindingName[]
  if (listen) {
    const { app, about } = await startServer(configuration)
    return new Mock({ origin: originOf(about.base_url), fetch, controlToken }, { close: () => app.close(), failOn })
  }
  const { app } = await openServer(configuration)
  await app.ready()
  return new Mock(
    { origin: 'http://localhost', fetch: fetchFrom(app), controlToken },
    { close: () => app.close(), failOn },
  )
}

/**
 * Connects to a server that runs elsewhere: in a container, or around this process by `exec`. Sends no request itself.
 *
 * @param url The server's URL, with or without `/v5`; by default the variable `PINTEREST_MOCK_URL`.
 * @param options `controlToken`: the server's `--control-token`.
 * @throws UsageError without a URL.
 * @example
 * const world = connectMock('http://127.0.0.1:7468', { controlToken: 'secret' })
 * console.log(world.baseUrl)
 */
export function connectMock(
  url: string | URL | undefined = process.env.PINTEREST_MOCK_URL,
  { controlToken }: { readonly controlToken?: string } = {},
): MockWorld {
  if (url === undefined) throw new UsageError('connectMock needs a URL, or the variable PINTEREST_MOCK_URL.')
  return new MockWorld({ origin: originOf(String(url)), fetch, controlToken }, defaultWorld)
}

/** Options of the library are named by their names in code, not by flags. */
const optionNames = {
  labelOf: (name: string): string => name,
  names: [...Object.keys(optionTable), 'config', 'listen'],
}

const originOf = (baseUrl: string): string => baseUrl.replace(/(?:\/v5)?\/*$/, '')
