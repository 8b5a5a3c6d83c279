import type { Description } from '#openapi/description.ts'
import { generated, table } from './report-text.ts'
import { type Declared, type Docstring, type Node, TypeScriptSource } from './typescript-source.ts'

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

/** A member of a class with what its docstring says. */
interface MemberRow {
  readonly member: string
  readonly meaning: string
  readonly examples: readonly string[]
}

const rowOf = (member: string, doc: Docstring): MemberRow => ({
  member,
  meaning: meaningOf(doc),
  examples: doc.examples,
})

const parentOf = (node: Node): string | undefined => (node.superClass as { readonly name?: string } | null)?.name

/** The members of a class, those of a parent that is not exported first. */
function membersOf({ node, source }: Declared, exported: readonly string[]): readonly MemberRow[] {
  const parent = parentOf(node)
  const isInternal = parent !== undefined && parent !== 'Error' && !exported.includes(parent)
  const inherited = isInternal ? membersOf(source.find(parent), exported) : []
  const own = (node.body as { readonly body: readonly Node[] }).body.flatMap((member) => memberRows(member, source))
  return [...inherited, ...own]
}

/** A property or method in a row; a group of methods in one for each. */
function memberRows(member: Node, source: Declared['source']): readonly MemberRow[] {
  const key = member.key as (Node & { readonly name?: string }) | undefined
  if (key?.type !== 'Identifier' || member.kind === 'constructor' || member.accessibility === 'protected') return []
  const doc = source.docBefore(member.start)
  const name = key.name ?? ''
  const value = member.value as Node | null
  if (member.type === 'MethodDefinition') return [rowOf(name + callText(value as Node, source), doc)]
  const group = value?.type === 'ObjectExpression' ? { object: value, source } : groupBehind(member, source)
  if (group !== undefined) {
    const methods = (group.object.properties as readonly Node[]).map((one) => {
      const { name: method = '' } = one.key as { readonly name?: string }
      const call = callText(one.value as Node, group.source)
      return rowOf(`${name}.${method}${call}`, group.source.docBefore(one.start))
    })
    return [rowOf(name, doc), ...methods]
  }
  return [rowOf(name + typeOf(member, source), doc)]
}

/** The object of methods behind `readonly faults: ReturnType<typeof faultVerbs>`. */
function groupBehind(member: Node, source: Declared['source']) {
  const type = member.typeAnnotation as Node | null
  const [, maker] = /ReturnType<typeof (\w+)>/.exec(type === null ? '' : source.text(type)) ?? []
  if (maker === undefined) return undefined
  const found = source.find(maker)
  const [declaration] = found.node.declarations as readonly { readonly init: Node }[]
  const object = declaration?.init.body as Node
  return {
    object: (object.type === 'ParenthesizedExpression' ? object.expression : object) as Node,
    source: found.source,
  }
}

/** The parameters and the result of a function, as a caller sees them. */
function callText(callable: Node, source: Declared['source']): string {
  const params = (callable.params as readonly Node[]).map((param) => parameterText(param, source))
  return `(${params.join(', ')})${resultText(callable, source)}`.replaceAll(/\s+/g, ' ')
}

/** The type of a result: what is written, or what the call that makes it says: `control<Verified>(…)`. */
function resultText(callable: Node, source: Declared['source']): string {
  if (callable.returnType !== null) return source.text(callable.returnType as Node)
  const { typeArguments } = callable.body as { readonly typeArguments?: { readonly params: readonly Node[] } | null }
  const [type] = typeArguments?.params ?? []
  return type === undefined ? '' : `: Promise<${source.text(type)}>`
}

/** A parameter: one with a default is optional, one that is taken apart is called options. */
function parameterText(param: Node, source: Declared['source']): string {
  if (param.type !== 'AssignmentPattern')
    return param.type === 'ObjectPattern' ? `options${typeOf(param, source)}` : source.text(param)
  const left = param.left as Node & { readonly name?: string }
  const type = typeOf(left, source) || `: ${typeof (param.right as { readonly value?: unknown }).value}`
  return `${left.name ?? 'options'}?${type.replace(/ \| undefined$/, '')}`
}

function typeOf({ typeAnnotation }: Node, source: Declared['source']): string {
  return typeAnnotation == null ? '' : source.text(typeAnnotation as Node)
}

const meaningOf = ({ text, returns, throws }: Docstring): string =>
  [
    text,
    ...returns.map((what) => `Returns ${what}`),
    ...throws.map((what) => `Throws ${what.replace(/^(\w+)/, '`$1`')}`),
  ]
    .join(' ')
    .replaceAll('\n', ' ')

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
