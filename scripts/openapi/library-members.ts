import type { Declared, Docstring, Node } from './typescript-source.ts'

/** A member of a class with what its docstring says. */
export interface MemberRow {
  readonly member: string
  readonly meaning: string
  readonly examples: readonly string[]
}

const rowOf = (member: string, doc: Docstring): MemberRow => ({
  member,
  meaning: meaningOf(doc),
  examples: doc.examples,
})

/** Returns the name of the class that a class extends. */
export const parentOf = (node: Node): string | undefined => (node.superClass as { readonly name?: string } | null)?.name

/** The members of a class, those of a parent that is not exported first. */
export function membersOf({ node, source }: Declared, exported: readonly string[]): readonly MemberRow[] {
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
    return [rowOf(name, doc), ...methodRows(name, group)]
  }
  return [rowOf(name + typeOf(member, source), doc)]
}

/** An object of methods, and the file that it is in. */
interface MethodGroup {
  readonly object: Node
  readonly source: Declared['source']
}

/** A row for each method of a group, and of those that it spreads: `...verificationVerbs(control)`. */
function methodRows(name: string, { object, source }: MethodGroup): readonly MemberRow[] {
  return (object.properties as readonly Node[]).flatMap((one) => {
    if (one.type === 'SpreadElement') return methodRows(name, groupOf(calleeOf(one), source))
    const { name: method = '' } = one.key as { readonly name?: string }
    return rowOf(`${name}.${method}${callText(one.value as Node, source)}`, source.docBefore(one.start))
  })
}

/** The name of the function whose result is spread. */
function calleeOf({ argument }: Node): string {
  const { callee } = argument as { readonly callee: { readonly name: string } }
  return callee.name
}

/** The object of methods behind `readonly faults: ReturnType<typeof faultVerbs>`. */
function groupBehind(member: Node, source: Declared['source']): MethodGroup | undefined {
  const type = member.typeAnnotation as Node | null
  const [, maker] = /ReturnType<typeof (\w+)>/.exec(type === null ? '' : source.text(type)) ?? []
  return maker === undefined ? undefined : groupOf(maker, source)
}

/** The object of methods that a function returns. */
function groupOf(maker: string, source: Declared['source']): MethodGroup {
  const found = source.find(maker)
  const [declaration] = found.node.declarations as readonly { readonly init: Node }[]
  const object = declaration?.init.body as Node
  return {
    object: (object.type === 'ParenthesizedExpression' ? object.expression : object) as Node,
    source: found.source,
  }
}

/** The parameters and the result of a function, as a caller sees them. */
export function callText(callable: Node, source: Declared['source']): string {
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

/** Returns what a docstring says in one line. */
export const meaningOf = ({ text, returns, throws }: Docstring): string =>
  [
    text,
    ...returns.map((what) => `Returns ${what}`),
    ...throws.map((what) => `Throws ${what.replace(/^(\w+)/, '`$1`')}`),
  ]
    .join(' ')
    .replaceAll('\n', ' ')
