import {
  type Content,
  type DescribedOperation,
  type Description,
  operationsIn,
  type Parameter,
  type PlacedOperation,
  resolved,
  type Schema,
} from '#openapi/description.ts'
import { optionDifferences } from './compare-options.ts'
import { type DocumentPair, difference, schemaDifferences } from './compare-schemas.ts'

/**
 * Returns every difference between the official description and ours, for the operations of ours: a line each, in a
 * stable order. `there` is the official description, `here` ours.
 */
export function compare(there: Description, here: Description): readonly string[] {
  const official = operationsIn(there)
  return [...operationsIn(here)].flatMap(([id, ours]) => {
    const theirs = official.get(id)
    const lines = theirs === undefined ? [': absent there'] : operationDifferences({ there, here }, theirs, ours)
    return lines.map((line) => id + line)
  })
}

function operationDifferences(pair: DocumentPair, theirs: PlacedOperation, ours: PlacedOperation): readonly string[] {
  const [there, here] = [theirs.operation, ours.operation]
  return [
    ...difference(`${theirs.method} ${theirs.path}`, `${ours.method} ${ours.path}`).map((text) => `: ${text}`),
    ...extensionDifferences(there, here),
    ...securityDifferences(there, here),
    ...parameterDifferences(pair, there, here),
    ...contentDifferences(pair, ' body', there.requestBody, here.requestBody),
    ...contentDifferences(pair, ' 200', there.responses[200], here.responses[200]),
  ]
}

function extensionDifferences(there: DescribedOperation, here: DescribedOperation): readonly string[] {
  const names = ['x-ratelimit-category', 'x-sandbox'] as const
  return names.flatMap((name) =>
    difference(there[name] ?? 'none', here[name] ?? 'none').map((text) => ` ${name}: ${text}`),
  )
}

function securityDifferences(there: DescribedOperation, here: DescribedOperation): readonly string[] {
  const [theirs, ours] = [there, here].map(({ security = [] }) => Object.assign({}, ...security)) as [
    Record<string, string[]>,
    Record<string, string[]>,
  ]
  const scopesText = (scopes: string[] | undefined): string =>
    scopes ? `[${[...scopes].sort().join(', ')}]` : 'absent'
  return [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].flatMap((name) =>
    difference(scopesText(theirs[name]), scopesText(ours[name])).map((text) => ` security.${name}: ${text}`),
  )
}

function parameterDifferences(
  pair: DocumentPair,
  there: DescribedOperation,
  here: DescribedOperation,
): readonly string[] {
  const [theirs, ours] = [parametersOf(pair.there, there), parametersOf(pair.here, here)]
  return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((key) => {
    const [one, other] = [theirs.get(key), ours.get(key)]
    if (one === undefined || other === undefined) {
      return difference(one ? 'present' : 'absent', other ? 'present' : 'absent').map((text) => ` ${key}: ${text}`)
    }
    const schemas = [one.schema ?? {}, other.schema ?? {}] as const
    return [
      ...difference(demanded(one.required), demanded(other.required)).map((text) => ` ${key}: ${text}`),
      ...difference(formOf(pair.there, one), formOf(pair.here, other)).map((text) => ` ${key}: ${text}`),
      ...schemaDifferences(pair, ` ${key}`, schemas, { limits: true, defaults: true }),
    ]
  })
}

function parametersOf(description: Description, { parameters = [] }: DescribedOperation): Map<string, Parameter> {
  const found = parameters.map((parameter) => resolved<Parameter>(description, parameter))
  return new Map(found.map((parameter) => [`${parameter.in}.${parameter.name}`, parameter]))
}

/** Returns the form in which the values of a list are sent; empty where the parameter is no list. */
const formOf = (description: Description, { in: place, schema = {}, explode = true }: Parameter): string =>
  place === 'query' && resolved<Schema>(description, schema).type === 'array'
    ? explode
      ? 'repeated'
      : 'with commas'
    : ''

const demanded = (required: boolean | undefined): string => (required ? 'required' : 'optional')

type MaybeContent = DescribedOperation['requestBody']

function contentDifferences(
  pair: DocumentPair,
  place: string,
  there: MaybeContent,
  here: MaybeContent,
): readonly string[] {
  const [one, other] = [schemaOf(pair.there, there), schemaOf(pair.here, here)]
  if (one === undefined || other === undefined) {
    return difference(one ? 'present' : 'absent', other ? 'present' : 'absent').map((text) => `${place}: ${text}`)
  }
  const isBody = place === ' body'
  const lines = schemaDifferences(pair, place, [one, other], { limits: isBody, defaults: false })
  return [...new Set([...lines, ...optionDifferences(pair, place, [one, other])])]
}

function schemaOf(description: Description, part: MaybeContent): Schema | undefined {
  const { content = {} } = part === undefined ? {} : resolved<Content>(description, part)
  return (content['application/json'] ?? content['application/x-www-form-urlencoded'])?.schema
}
