import type { Description } from '#openapi/description.ts'
import { callText, membersOf, parentOf } from './library-members.ts'
import { generated, table } from './report-text.ts'
import { type Declared, type Docstring, TypeScriptSource } from './typescript-source.ts'

const entry = new URL('../../server/index.ts', import.meta.url)

/** Everything that the package exports on one page, from its docstrings. */
export function libraryPage(control: Description, from = entry): string {
  const all = new TypeScriptSource(from).exports()
  const exported = all.filter(({ doc }) => doc.deprecated.length === 0)
  const of = (type: string): readonly Declared[] => exported.filter(({ node }) => node.type === type)
  const classes = of('ClassDeclaration')
  const errors = classes.filter(({ node }) => (node.superClass as { name?: string } | null)?.name === 'Error')
  const types = [...of('TSInterfaceDeclaration'), ...of('TSTypeAliasDeclaration')]
  const names = exported.map(({ name }) => name)
  const former = all.filter(({ doc }) => doc.deprecated.length > 0)
  return `${[
    '# Library',
    `Everything that \`import … from 'pinterest-ads-mock'\` gives. ${generated}`,
    'How to use it in a test suite is on the page [Node.js](../testing/node.md). Every option of `startMock` is on the page [Options](options.md).',
    '## Functions',
    ...of('FunctionDeclaration').flatMap(functionPart),
    '## Classes',
    ...classes.filter((one) => !errors.includes(one)).flatMap((one) => classPart(one, names)),
    '## Errors',
    ...errors.flatMap((one) => classPart(one, names)),
    '## Types',
    ...types.flatMap((one) => typePart(one, control)),
    '## Deprecated names',
    table(
      ['Name', 'Meaning'],
      former.map(({ name, doc }) => [`\`${name}\``, doc.deprecated.join(' ').replace(/{@link (\w+)}/g, '`$1`')]),
    ),
  ].join('\n\n')}\n`
}

const code = (text: string, language = 'ts'): string => `\`\`\`${language}\n${text}\n\`\`\``

function functionPart({ name, node, source, doc }: Declared): readonly string[] {
  return [`### ${name}()`, code(`function ${name}${callText(node, source)}`), ...docParts(doc)]
}

function docParts({ text, params, returns, throws, examples }: Docstring): readonly string[] {
  const list = [
    ...params.map((param) => param.replace(/^(\w+) /, '- `$1`: ')),
    ...returns.map((what) => `- Returns ${what}`),
    ...throws.map((what) => `- Throws ${what.replace(/^(\w+)/, '`$1`')}`),
  ].map((line) => line.replaceAll('\n', ' '))
  return [
    text,
    ...(list.length > 0 ? [list.join('\n')] : []),
    ...examples.map((one) => (one.startsWith('```') ? one : code(one))),
  ]
}

function classPart(declared: Declared, exported: readonly string[]): readonly string[] {
  const { name, node, doc } = declared
  const rows = membersOf(declared, exported)
  const parent = parentOf(node)
  const examples = rows.flatMap(({ member, examples }) =>
    examples.map((one) => `// ${member.replace(/[(:].*/, '')}\n${one}`),
  )
  return [
    `### ${name}`,
    ...(parent === undefined || !exported.includes(parent)
      ? []
      : [`Has everything that [${parent}](#${parent.toLowerCase()}) has.`]),
    ...docParts(doc),
    ...(rows.length > 0
      ? [
          table(
            ['Member', 'Meaning'],
            rows.map(({ member, meaning }) => [`\`${member}\``, meaning]),
          ),
        ]
      : []),
    ...(examples.length > 0 ? ['Examples:', code(examples.join('\n\n'))] : []),
  ]
}

/** Where the values of a type are listed that are too many for this page. */
const valuesAt: Readonly<Record<string, string>> = {
  OperationId: 'Its values are on the page [Coverage](coverage.md).',
  RuleId: 'Its values are on the page [Rules](rules.md).',
}

function typePart({ name, node, source, doc }: Declared, control: Description): readonly string[] {
  const text = source.text(node)
  const values = valuesAt[name]
  if (values !== undefined) return [`### ${name}`, ...docParts(doc), values]
  const [, alias = ''] = /^type \w+ = (\w+)$/.exec(text) ?? []
  if (alias === '') return [`### ${name}`, ...docParts(doc), code(text)]
  const object = source.importedAs(alias)
  if (object === 'Seed')
    return [`### ${name}`, ...docParts(doc), 'Its fields are on the page [Seed format](seed-format.md).']
  if (control.components?.schemas?.[object] === undefined) throw new Error(`Test control has no object ${object}`)
  return [
    `### ${name}`,
    ...docParts(doc),
    `Its fields are those of [${object}](control-api.md#${object.toLowerCase()}) in test control.`,
  ]
}
