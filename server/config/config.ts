import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Configuration } from './configuration.ts'
import { readJsonFile } from './json-file.ts'
import { invalidValues, type OptionNames, unknownName } from './mistakes.ts'
import { checkTogether, withVersion } from './option-checks.ts'
import { flagOf, type OptionName, variableOf } from './option-names.ts'
import { options } from './options.ts'
import { redactedSyntaxError } from './redaction.ts'
import { UsageError } from './usage-error.ts'

export { UsageError } from './usage-error.ts'

/** The parsed command line. */
export interface CommandLine {
  readonly action: 'start' | 'help' | 'version' | 'print-config'
  readonly configuration: Configuration
}

const names = Object.keys(options) as OptionName[]
const flagNames: OptionNames = { labelOf: flagOf, names }
const actions = ['help', 'version', 'print-config'] as const
const prefix = 'PINTEREST_MOCK_'
const schema = z.strictObject(Object.fromEntries(names.map((name) => [name, options[name].schema])))

/**
 * Reads the configuration. Flags take precedence over environment variables, those over the file, and that over
 * defaults.
 *
 * @throws UsageError for unknown names, with the nearest valid one, and for every invalid value. `checkRules` checks
 * rules.
 */
export function readConfiguration(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const { flags, configFile, action } = fromFlags(argv)
  const variables = fromEnvironment(environment)
  const path = configFile ?? environment[`${prefix}CONFIG`]
  const file = path === undefined ? {} : readConfigFile(path)
  const values = { ...file, ...variables, ...flags }
  return { action, configuration: configurationOf(values) }
}

/**
 * Completes a configuration with defaults.
 *
 * @param optionNames The names of options in messages: the flags, unless the library passes others.
 * @throws UsageError for unknown options, with the nearest one, and for every invalid value.
 */
export function configurationOf(
  input: Readonly<Record<string, unknown>>,
  optionNames: OptionNames = flagNames,
): Configuration {
  const result = schema.safeParse(input)
  if (!result.success) throw new UsageError(invalidValues(result.error, input, optionNames))
  const configuration = withVersion(result.data as unknown as Configuration, input.apiVersion !== undefined)
  checkTogether(configuration, optionNames)
  return configuration
}

function fromFlags(argv: readonly string[]) {
  const flagNames = new Map(names.map((name) => [flagOf(name).slice(2), name]))
  const parsable = Object.fromEntries(
    [...flagNames].map(([flag, name]) => [flag, { type: 'value' in options[name] ? 'string' : 'boolean' } as const]),
  )
  const switches = Object.fromEntries(actions.map((name) => [name, { type: 'boolean' } as const]))
  const config = { type: 'string' } as const
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...parsable, ...switches, config },
    strict: false,
    tokens: true,
  })
  const flags: Record<string, unknown> = {}
  let configFile: string | undefined
  let action: CommandLine['action'] = 'start'
  for (const token of tokens) {
    if (token.kind !== 'option') throw new UsageError(`Unexpected argument '${argv[token.index]}'. See --help.`)
    const name = flagNames.get(token.name)
    const requestedAction = actions.find((one) => one === token.name)
    if (name === undefined && requestedAction === undefined && token.name !== 'config') {
      throw unknownName(
        token.rawName,
        [...flagNames.keys(), ...actions, 'config'].map((flag) => `--${flag}`),
      )
    }
    if (requestedAction !== undefined) action = requestedAction
    else if (token.value === undefined && (name === undefined || 'value' in options[name])) {
      throw new UsageError(`${token.rawName} needs a value.`)
    } else if (name === undefined) configFile = token.value
    else flags[name] = readText(name, token.value ?? '', token.rawName)
  }
  return { flags, configFile, action }
}

function fromEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const variableNames = new Map(names.map((name) => [variableOf(name), name]))
  const values: Record<string, unknown> = {}
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(prefix) || text === undefined || variable === `${prefix}CONFIG`) continue
    const name = variableNames.get(variable)
    if (name === undefined) throw unknownName(variable, [...variableNames.keys(), `${prefix}CONFIG`])
    values[name] = readText(name, text, variable)
  }
  return values
}

/**
 * Reads the options of a configuration file.
 *
 * @throws UsageError when it cannot be read, or names an option that does not exist.
 */
export function readConfigFile(path: string): Record<string, unknown> {
  try {
    const values = z.record(z.string(), z.unknown()).parse(readJsonFile(path))
    for (const name of Object.keys(values)) if (!(name in options)) throw unknownName(name, names)
    return values
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${path}: ${error.message}`)
    throw new UsageError(`The configuration file ${path} cannot be read: ${redactedSyntaxError(error)}`)
  }
}

function readText(name: OptionName, text: string, source: string): unknown {
  const { read } = options[name]
  try {
    return read === undefined ? text : read(text)
  } catch (error) {
    throw new UsageError(`${source}: ${redactedSyntaxError(error)}`)
  }
}

/**
 * Checks overrides against the existing rules, which are loaded only if there are any overrides.
 *
 * @throws UsageError for an unknown rule, or one that cannot be overridden in that way.
 */
export async function checkRules({ rules }: Configuration, { labelOf } = flagNames): Promise<void> {
  if (Object.keys(rules).length === 0) return
  const { refusedOverride } = await import('../registry/rule-catalog.ts')
  for (const [id, override] of Object.entries(rules)) {
    const reason = refusedOverride(id, override)
    if (reason !== undefined) throw new UsageError(`${labelOf('rules')}: ${reason}`)
  }
}
