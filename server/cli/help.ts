import { flagOf, type OptionName } from '../config/option-names.ts'
import { options } from '../config/options.ts'
import { bytesText } from '../config/parse.ts'

/** Returns the text of `--help`: every option on one line, within a screen. */
export function helpText(): string {
  const rows = (Object.keys(options) as OptionName[]).map((name) => {
    const { meaning, schema, ...rest } = options[name]
    const fallback = schema.safeParse(undefined).data
    const inBytes = 'value' in rest && rest.value === 'BYTES' && typeof fallback === 'number'
    const text = inBytes ? bytesText(fallback) : fallback
    const defaultText = typeof text === 'string' || typeof text === 'number' ? ` (${text})` : ''
    return row(`${flagOf(name)}${'value' in rest ? ` ${rest.value}` : ''}`, meaning + defaultText)
  })
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
