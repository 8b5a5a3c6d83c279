import { flagOf, type OptionName } from '../config/option-names.ts'
import { options } from '../config/options.ts'
import { bytesText } from '../config/parse.ts'

/** Options that share a line with the one before them, with what both mean: all of them have to fit a screen. */
const shared: Readonly<Partial<Record<OptionName, { readonly second: OptionName; readonly meaning: string }>>> = {
  feedDir: { second: 'feedHosts', meaning: 'where feeds are read from; * is all hosts' },
  httpsCertificate: { second: 'httpsKey', meaning: 'PEM files; made if absent' },
  apps: { second: 'tokens', meaning: 'those that are known, and what they may do' },
  contract: { second: 'recordings', meaning: 'answer operations that it lacks by them' },
  forward: { second: 'record', meaning: 'ask that server too; keep its answers' },
  forwardWrites: { second: 'production', meaning: 'send it writes; let it be production' },
}
const seconds = new Set(Object.values(shared).map(({ second }) => second))

/** Returns the text of `--help`: every option on a line, of its own or with another, within a screen. */
export function helpText(): string {
  const names = Object.keys(options) as OptionName[]
  const rows = names.filter((name) => !seconds.has(name)).map(rowOf)
  return [
    'pinterest-ads-mock: a local, stateful stand-in for the Pinterest Ads API v5',
    '',
    'Usage: pinterest-ads-mock [options]',
    '       pinterest-ads-mock exec [options] -- COMMAND…   beside a server',
    '       pinterest-ads-mock seed check FILE… | seed show NAME | seed schema',
    '       pinterest-ads-mock feed check FILE…   what a processing would find',
    '       pinterest-ads-mock init [DIR] [--runner NAME]   begin: seed and test',
    '       pinterest-ads-mock pull | compare | probe --target URL …   real service',
    '       pinterest-ads-mock mcp [--url URL] [--allow LIST]   for coding agents',
    '       pinterest-ads-mock health [options]   is the server with these ready?',
    '',
    ...rows,
    row('--config FILE', 'options by name as JSON; flags and variables win'),
    row('--print-config', 'print the configuration, less its secrets'),
    row('--help, --version', ''),
    'Each option is also an environment variable: PINTEREST_MOCK_DATA_DIR.',
  ].join('\n')
}

const row = (left: string, right: string): string => `  ${left.padEnd(21)} ${right}`.trimEnd()

function rowOf(name: OptionName): string {
  const pair = shared[name]
  if (pair !== undefined) return row(`${usageOf(name)}, ${usageOf(pair.second)} `, pair.meaning)
  const { meaning, schema, ...rest } = options[name]
  const fallback = schema.safeParse(undefined).data
  const inBytes = 'value' in rest && rest.value === 'BYTES' && typeof fallback === 'number'
  const text = inBytes ? bytesText(fallback) : fallback
  const defaultText = typeof text === 'string' || typeof text === 'number' ? ` (${text})` : ''
  return row(usageOf(name), meaning + defaultText)
}

function usageOf(name: OptionName): string {
  const option = options[name]
  return `${flagOf(name)}${'value' in option ? ` ${option.value}` : ''}`
}
