/** Names that a file may import, by the module: `'type Name'` for what is a type alone. */
export type Importable = Readonly<Record<string, readonly string[]>>

const comments = /\/\*[\s\S]*?\*\/|\/\/.*$/gm
/** A line of a template whose part is left out: blank, but indented. */
const emptyPart = /\n[ ]+(?=\n)/g
const texts = /'[^'\n]*'/g

/** Returns a source file: imports of those names that its text uses, and the text. */
export function sourceFile(text: string, importable: Importable): string {
  const code = text.replaceAll(comments, '').replaceAll(texts, "''")
  const imports = Object.entries(importable).flatMap(([module, names]) => {
    const used = names.filter((name) =>
      new RegExp(`(?<!\\w|(?<!\\.\\.)\\.)${name.replace('type ', '')}\\b(?!:)`).test(code),
    )
    return used.length === 0 ? [] : `import ${module === 'tap' ? used[0] : `{ ${used.join(', ')} }`} from '${module}'`
  })
  return `${imports.join('\n')}\n\n${text.replaceAll(emptyPart, '').trim()}\n`
}

/** Returns a value as the source text of a literal, with quotes where only they are needed. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (value === null || typeof value !== 'object') return String(value)
  return `{ ${Object.entries(value)
    .map(([name, part]) => `${propertyName(name)}: ${literal(part)}`)
    .join(', ')} }`
}

/** Returns a name as the key of an object literal. */
export const propertyName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name))
