import { commandArguments } from '#server/config/command-arguments.ts'
import { UsageError } from '#server/config/usage-error.ts'
import { targetFlags } from '../client/target-flags.ts'

/** What `probe` takes. */
export const probeUsage = [
  'It is probe --target URL --ad-account ID [options], or probe clean [--target URL --ad-account ID] [--out FILE].',
  '  --operations LIST   areas (campaigns, ad_groups, labels, …) or operations; all when absent',
  '  --rules LIST        ids of rules, or their beginnings: campaign.budget.*',
  '  --pin ID            a public Pin of yours of which ads may be made; it is not changed',
  '  --thorough          every case of a rule, not the first alone, and those that make dozens of entities',
  '  --out FILE          write the evidence there',
  '  --adopted FILE      compare with what this evidence says, and report only what is new',
  '  --config FILE       compare with a mock of this configuration',
  '  --yes               do not ask',
  '  --production        a production host is meant',
  '  --token-file FILE   the token; PINTEREST_ACCESS_TOKEN when absent',
  '  --format text|json  how the result is printed',
  '  --fail-on differences   end with 6 when something differs',
].join('\n')

const options = {
  ...targetFlags,
  'ad-account': { type: 'string' },
  operations: { type: 'string' },
  rules: { type: 'string' },
  pin: { type: 'string' },
  thorough: { type: 'boolean', default: false },
  out: { type: 'string' },
  adopted: { type: 'string' },
  config: { type: 'string' },
  yes: { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/**
 * Parses the arguments of `probe`.
 *
 * @throws UsageError
 */
export function probeFlags(argv: readonly string[]) {
  const { values, positionals } = commandArguments(argv, { options, allowPositionals: true }, `\n${probeUsage}`)
  const [command, ...rest] = positionals
  if (rest.length > 0 || (command !== undefined && command !== 'clean')) {
    throw new UsageError(`Unexpected argument '${rest[0] ?? command}'. ${probeUsage}`)
  }
  if (values.format !== 'text' && values.format !== 'json') throw new UsageError('--format is text or json.')
  if (values['fail-on'] !== undefined && values['fail-on'] !== 'differences') {
    throw new UsageError('--fail-on takes differences.')
  }
  const adAccount = values['ad-account']
  if (adAccount !== undefined && !/^\d{1,30}$/.test(adAccount)) {
    throw new UsageError('--ad-account takes the id of an ad account.')
  }
  const { pin } = values
  if (pin !== undefined && !/^\d{1,30}$/.test(pin)) throw new UsageError('--pin takes the id of a Pin.')
  return { ...values, adAccount, isClean: command === 'clean' }
}

/** The parsed arguments of `probe`. */
export type ProbeFlags = ReturnType<typeof probeFlags>

/** Parses a comma-separated list. */
export const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').flatMap((part) => part.trim() || [])
