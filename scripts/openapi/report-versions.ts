import type { Operation } from '#openapi/operations.ts'
import type { OperationDifferences, VersionDifferences } from '#server/domain/api-version/differences.ts'
import { laterRules } from '#server/domain/api-version/later-rules.ts'
import { removed } from '#server/domain/api-version/removed.ts'
import { apiVersions, defaultVersion, versionHeader } from '#server/domain/api-version/versions.ts'
import { generated, table } from './report-text.ts'

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

const valuesText = (values: Readonly<Record<string, readonly string[]>> = {}): readonly string[] =>
  Object.entries(values).map(([place, names]) => `\`${place}\`: ${code(names)}`)

/** What an operation of the older version lacks, a row for each kind. */
const rowsOf = ([id, one]: readonly [string, OperationDifferences]): readonly (readonly string[])[] =>
  [
    ['required', code(one.required ?? [])],
    ['ignored in the body', code(one.body ?? [])],
    ['ignored in the query', code(one.query ?? [])],
    ['refused values', [...valuesText(one.body_values), ...valuesText(one.query_values)].join('; ')],
    ['null is refused', code(one.not_null ?? [])],
    ['absent from responses', code(one.response ?? [])],
  ]
    .filter(([, text]) => text !== '')
    .map(([kind = '', text = '']) => [`\`${id}\``, kind, text])

/** The page of what an older version of the API lacks. */
export function versionsPage(operations: readonly Operation[], differences: VersionDifferences): string {
  const newer = operations.filter(({ since }) => since === defaultVersion)
  const [older] = apiVersions
  return `${[
    '# API versions',
    `What differs when this server answers as version ${older} of the API instead of ${defaultVersion}. ${generated}`,
    `\`--api-version ${older}\` sets it for all calls, \`{"api_version": "${older}"}\` in the settings of a world for its calls, and the header \`${versionHeader}: ${older}\` for one; the header outranks the world, and the world the option. Responses name the version that they follow in \`${versionHeader}\`. The differences are those between Pinterest's description of ${older} and this server's document that \`openapi/differences.json\` says are newer; they stand in \`openapi/version-${older}.json\`.`,
    'The older version does not know an operation, a field, a parameter or a value that came later. An unknown operation is a 404 as any unknown path, or a 405 where the path has another method. That unknown fields and parameters are ignored is assumed. Limits of length and what may be null are those of the newest version, and so are rules, but for those at the end of this page.',
    '## Operations that it does not have',
    newer.map(({ id }) => `- \`${id}\``).join('\n'),
    '## Fields, parameters and values that it does not have',
    table(['Operation', 'What', 'Where'], Object.entries(differences).flatMap(rowsOf)),
    `## What ${defaultVersion} does not have any more`,
    `Version ${older} takes it, and Pinterest's changelog says that ${defaultVersion} does not. This server takes it in both versions, so that older clients keep working; a [rehearsal](../guides/upgrades.md) reports it.`,
    table(['Operation', 'What', 'Where'], Object.entries(removed).flatMap(rowsOf)),
    '## Rules that it does not have',
    `Only version ${defaultVersion} documents them, and clients of ${older} send what they refuse. They are off in a world that answers as ${older}, by its settings or by the option; the header of a call changes no rules. Where ${defaultVersion} is rehearsed they hold, since it would refuse the same. The settings of the world switch them on: \`{"rules": {"ID": {"off": false}}}\`.`,
    laterRules[older].map((rule) => `- \`${rule}\``).join('\n'),
  ].join('\n\n')}\n`
}
