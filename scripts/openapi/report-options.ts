import { flagOf, type OptionName, variableOf } from '#server/config/option-names.ts'
import { options } from '#server/config/options.ts'
import { bytesText } from '#server/config/parse.ts'
import { generated, table } from './report-text.ts'

/** The options in groups, in the order of the page. */
const groups: Readonly<Record<string, readonly OptionName[]>> = {
  'Where it listens': ['host', 'port', 'publicUrl', 'httpsPort', 'httpsHosts', 'httpsCertificate', 'httpsKey'],
  'What worlds contain': ['seed', 'watch', 'dataDir', 'worlds', 'exportOnExit'],
  'How the API behaves': [
    'features',
    'rules',
    'limits',
    'faults',
    'webhookHosts',
    'feedDir',
    'feedHosts',
    'apiVersion',
    'rehearse',
    'profile',
    'contract',
    'recordings',
    'selfCheck',
  ],
  'Another server beside it': ['forward', 'forwardWrites', 'production', 'record'],
  Tokens: ['auth', 'apps', 'tokens', 'refresh', 'autoApprove'],
  'Test control': ['control', 'controlOrigins', 'controlToken', 'console'],
  Bounds: ['bodyLimit', 'worldLimit', 'worldsLimit', 'journal'],
  'How the process runs': ['logLevel', 'readyFile', 'shutdownTime', 'failOn', 'unmatched'],
}

/** What one line of `--help` has no room for. */
const details: Readonly<Partial<Record<OptionName, string>>> = {
  seed: 'A file is YAML or JSON. [Seeds](../guides/seeds.md)',
  watch: '[Seeds that change](../guides/seeds.md#seeds-that-change)',
  dataDir: '[State between runs](../guides/snapshots-and-reset.md#keep-state-between-runs)',
  worlds: '[Only worlds that were made](../guides/worlds.md#only-worlds-that-were-made)',
  exportOnExit:
    'As JSON, which `--seed` takes. [Export and import](../guides/snapshots-and-reset.md#export-and-import)',
  bodyLimit: 'In bytes, or as `64K`, `1M`, `1G`.',
  worldLimit: 'In bytes or as `64M`; `960M` at most. [Limits](limits.md)',
  worldsLimit:
    'In bytes or as `1G`. In memory, the default is never more than an eighth of the memory of the machine or container.',
  journal: '[The journal](../guides/journal.md)',
  features: '[Features](../guides/rules-and-features.md#features)',
  rules:
    'Switched off, reworded, or as a probe of the real service found them. [Rules](../guides/rules-and-features.md#change-a-rule)',
  controlOrigins: 'Pages of this machine may call it in any case; `*` is every origin.',
  control: '[Who may call test control](../guides/direct-edits.md#who-may-call-test-control)',
  console: '[The console](../guides/console.md)',
  limits: '[Rate limits](../guides/rate-limits.md)',
  faults:
    'They are those of `GET /__mock/faults/presets`, and begin anew with each reset. [Faults](../guides/faults.md#failures-by-name)',
  webhookHosts: 'Without it, leads are sent to this machine alone; `*` is every host. [Leads](../guides/leads.md)',
  feedDir: 'Links that lead out of it are not followed. [Feeds](../guides/feeds.md)',
  feedHosts:
    'Without it, files are read from this machine alone; `*` is every host with a public address. [Feeds](../guides/feeds.md)',
  httpsPort: 'Without it there is no HTTPS. [HTTPS](../guides/https.md)',
  auth: '[OAuth](../guides/oauth.md)',
  apps: 'Declares them for strict mode.',
  tokens: 'A token is declared with what it stands for.',
  refresh: 'With `reuse`, a refresh token works until it expires.',
  readyFile:
    'The line that says that it listens, written when it does. [Any language](../testing/any-language.md#wait-until-the-server-is-ready)',
  shutdownTime:
    'Or `30s`, `1m`; an hour at most. Then connections are closed whose request has not been answered. [Any language](../testing/any-language.md#signals-and-exit)',
  failOn: '`any` is every finding. [The report](../guides/report.md)',
  apiVersion:
    '`x-mock-api-version` does the same for one call, `PUT /__mock/settings` for one world. [API versions](api-versions.md)',
  rehearse:
    'Calls are answered as the other version, unless `--api-version` is set. `exec` ends with 8 where something breaks. [Upgrades](../guides/upgrades.md)',
  profile: '[Sandbox and production](../guides/upgrades.md#from-the-sandbox-to-production)',
  contract:
    'JSON or YAML, in one file. Operations that the server has are never answered by it. [The real service](../guides/real-service.md#operations-that-the-mock-lacks)',
  recordings: 'As `--record` keeps them. [The real service](../guides/real-service.md#answers-that-are-kept)',
  forward:
    'With the token of `PINTEREST_ACCESS_TOKEN`. Answers are never changed or delayed by it. [The real service](../guides/real-service.md#ask-the-real-service-as-well)',
  forwardWrites: 'Ids that it makes are used for those of the mock.',
  record: '[The real service](../guides/real-service.md#answers-that-are-kept)',
  unmatched: '`report` counts them alone. [Strict suites](../guides/report.md#strict-suites)',
}

/** Every option on one page: flag, variable, name in the configuration file, default and meaning. */
export function optionsPage(): string {
  const named = Object.values(groups).flat()
  const missing = (Object.keys(options) as OptionName[]).filter((name) => !named.includes(name))
  if (missing.length > 0) throw new Error(`The page of options has no place for ${missing.join(', ')}`)
  return `${[
    '# Options',
    `Every option of the server. ${generated}`,
    'Each option is a flag, an environment variable and an entry of the configuration file, in that order of precedence. `startMock()` takes the names of the configuration file. A value that is refused ends the program with [exit code](exit-codes.md) 2 and says what is allowed.',
    ...Object.entries(groups).flatMap(([title, names]) => [
      `## ${title}`,
      table(['Flag', 'Variable', 'Entry', 'Default', 'Meaning'], names.map(rowOf)),
    ]),
    '## Others',
    table(
      ['Flag', 'Meaning'],
      [
        ['`--config FILE`', 'Reads options by their entries from a JSON file; flags and variables win.'],
        ['`--print-config`', 'Prints the configuration without its tokens and secrets, and ends.'],
        ['`--help`, `--version`', 'Print what they say, and end.'],
      ],
    ),
    '## Commands',
    table(
      ['Command', 'Meaning'],
      [
        ['`pinterest-ads-mock [options]`', 'Starts the server.'],
        [
          '`pinterest-ads-mock exec [options] -- COMMAND…`',
          'Runs a command beside a server. [Any language](../testing/any-language.md)',
        ],
        ['`pinterest-ads-mock health [options]`', 'Ends with 0 when a server with these options is ready.'],
        [
          '`pinterest-ads-mock seed check FILE…`, `seed show NAME`, `seed schema`',
          'Checks seeds, prints a built-in one, prints the JSON Schema. [Seeds](../guides/seeds.md)',
        ],
        [
          '`pinterest-ads-mock feed check FILE…`',
          'Checks files of products as the processing of a feed does. [Feeds](../guides/feeds.md)',
        ],
      ],
    ),
  ].join('\n\n')}\n`
}

function rowOf(name: OptionName): readonly string[] {
  const option = options[name]
  const value = 'value' in option ? ` ${option.value}` : ''
  return [
    `\`${flagOf(name)}${value}\``,
    `\`${variableOf(name)}\``,
    `\`${name}\``,
    defaultText(name),
    [option.meaning, details[name]].filter(Boolean).join('. '),
  ]
}

function defaultText(name: OptionName): string {
  const option = options[name]
  const fallback = option.schema.safeParse(undefined).data
  if (typeof fallback === 'boolean') return fallback ? '`on`' : '`off`'
  if (typeof fallback === 'number' && 'value' in option && option.value === 'BYTES') return `\`${bytesText(fallback)}\``
  return typeof fallback === 'string' || typeof fallback === 'number' ? `\`${fallback}\`` : ''
}
