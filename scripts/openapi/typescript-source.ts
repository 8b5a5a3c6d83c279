import { readFileSync } from 'node:fs'
import { parseSync } from 'rolldown/utils'

/** A node of a syntax tree, as far as it is read here. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** The docstring of a declaration, taken apart. */
export interface Docstring {
  readonly text: string
  readonly params: readonly string[]
  readonly returns: readonly string[]
  readonly throws: readonly string[]
  readonly deprecated: readonly string[]
  readonly examples: readonly string[]
}

/** A declaration of a module, with what stands before it. */
export interface Declared {
  readonly name: string
  readonly node: Node
  readonly source: TypeScriptSource
  readonly doc: Docstring
}

/** A TypeScript file, parsed: its declarations, what it imports and exports, and its docstrings. */
export class TypeScriptSource {
  readonly #url: URL
  readonly #text: string
  readonly #body: readonly Node[]
  readonly #comments: readonly Node[]

  constructor(url: URL) {
    this.#url = url
    this.#text = readFileSync(url, 'utf8')
    const { program, comments } = parseSync(url.pathname, this.#text)
    this.#body = program.body as unknown as readonly Node[]
    this.#comments = comments as unknown as readonly Node[]
  }

  /** The text of a node, or of what lies between two places. */
  text({ start, end }: { readonly start: number; readonly end: number }): string {
    return this.#text.slice(start, end)
  }

  /** The docstring that ends right before a place. */
  docBefore(start: number): Docstring {
    const comment = this.#comments.findLast(
      ({ end, value }) => end <= start && /^\s*$/.test(this.#text.slice(end, start)) && String(value).startsWith('*'),
    )
    return docstringOf(comment === undefined ? '' : this.text(comment))
  }

  /** What the module exports, by name, wherever it is declared; types and values of one name once. */
  exports(): readonly Declared[] {
    const names = this.#body.flatMap((node) => {
      if (node.type !== 'ExportNamedDeclaration') return []
      const declared = namesOf(node.declaration as Node | null)
      const specifiers = node.specifiers as readonly { readonly exported: { readonly name: string } }[]
      return [...declared, ...specifiers.map(({ exported }) => exported.name)]
    })
    return [...new Set(names)].map((name) => this.find(name))
  }

  /** The name by which the module that a name is imported from exports it. */
  importedAs(name: string): string {
    for (const { type, specifiers } of this.#body) {
      const all = (type === 'ImportDeclaration' ? specifiers : []) as readonly Specifier[]
      const specifier = all.find(({ local }) => local.name === name)
      if (specifier !== undefined) return specifier.imported?.name ?? name
    }
    return name
  }

  /** The declaration of a name that the module declares, imports or passes on. */
  find(name: string): Declared {
    for (const node of this.#body) {
      const inner = (node.type === 'ExportNamedDeclaration' ? node.declaration : node) as Node | null
      if (namesOf(inner).includes(name))
        return { name, node: inner as Node, source: this, doc: this.docBefore(node.start) }
      const from = node.source as { readonly value: string } | null | undefined
      const specifiers = (node.specifiers ?? []) as readonly Specifier[]
      const specifier = specifiers.find(({ exported, local }) => (exported ?? local).name === name)
      if (from == null || specifier === undefined) continue
      const original = (node.type === 'ImportDeclaration' ? specifier.imported : specifier.local)?.name ?? name
      return new TypeScriptSource(new URL(from.value, this.#url)).find(original)
    }
    throw new Error(`${this.#url.pathname} declares no ${name}`)
  }
}

interface Specifier {
  readonly local: { readonly name: string }
  readonly imported?: { readonly name: string }
  readonly exported?: { readonly name: string }
}

function namesOf(node: Node | null): readonly string[] {
  if (node === null) return []
  if (node.type === 'VariableDeclaration') {
    return (node.declarations as readonly { readonly id: { readonly name: string } }[]).map(({ id }) => id.name)
  }
  const id = node.id as { readonly name?: string } | null | undefined
  return id?.name === undefined ? [] : [id.name]
}

/** Takes a docstring apart: its text, and its tags. */
export function docstringOf(comment: string): Docstring {
  const lines = comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
  const [text = '', ...tags] = lines.join('\n').split(/^\s*@(?=\w)/m)
  const tagged = (name: string): readonly string[] =>
    tags.filter((tag) => new RegExp(`^${name}\\b`).test(tag)).map((tag) => tag.slice(name.length).trim())
  return {
    text: text.trim().replace(/([^\n])\n(?!\n)/g, '$1 '),
    params: tagged('param'),
    returns: tagged('returns'),
    throws: tagged('throws'),
    deprecated: tagged('deprecated'),
    examples: tagged('example'),
  }
}
